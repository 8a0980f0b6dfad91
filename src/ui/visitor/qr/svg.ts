import type { QrDrawing } from './code.ts';

/** The code as a file of its own, 40 mm wide. */
export const svgText = ({ size, path }: QrDrawing): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="40mm" height="40mm" shape-rendering="crispEdges">` +
  `<rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>\n`;
