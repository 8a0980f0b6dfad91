/** Paths of the line icons only a card needs, on a 16 × 16 grid. */
export const cardIcons = {
  share: 'M8 9.5V2M5 4.5 8 1.8l3 2.7M3.5 8v5.5h9V8',
  print: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  read: 'M2.5 6.2v3.6h2.3L8 12.6V3.4L4.8 6.2zM10.3 5.8a3 3 0 0 1 0 4.4M12 4a5.6 5.6 0 0 1 0 8',
  stop: 'M4 4h8v8H4z',
  place: 'M8 14.2S3.5 9.8 3.5 6.3a4.5 4.5 0 0 1 9 0c0 3.5-4.5 7.9-4.5 7.9ZM8 7.8a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Z',
} as const;
