declare module 'geojson-validation' {
  const gjv: {
    /** With `trace` true: what is wrong, empty when nothing is. */
    isFeature(feature: unknown, trace: true): string[];
  };
  export default gjv;
}
