import type { Page } from '@playwright/test';

/* What the map shows, picture by picture as they are drawn, seen at points a few pixels apart. */

const ACROSS = 90;
const DOWN = 70;

/** Of a picture: the colour of each point, 0xRRGGBB; −1 where nothing is drawn. */
export type Picture = readonly number[];

interface Watched {
  pictures: Picture[];
  /** Frames since something was drawn last. */
  still: number;
}

/** Before the page: sees every picture in the task that drew it, while it can still be read. */
export async function watchPictures(page: Page): Promise<void> {
  await page.addInitScript(
    ([across, down]) => {
      const watched: Watched = { pictures: [], still: 0 };
      Object.assign(window, { watched });
      const drawing = WebGL2RenderingContext.prototype;
      const { clear } = drawing;
      let drawn = false;
      drawing.clear = function (this: WebGL2RenderingContext, mask) {
        drawn = true;
        clear.call(this, mask);
      };
      const look = (gl: WebGL2RenderingContext) => {
        const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
        const bytes = new Uint8Array(4 * width * height);
        const target = gl.getParameter(gl.FRAMEBUFFER_BINDING) as WebGLFramebuffer | null;
        gl.bindFramebuffer(gl.FRAMEBUFFER, null);
        gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
        gl.bindFramebuffer(gl.FRAMEBUFFER, target);
        const at = (i: number, of: number, px: number) => Math.floor(((i + 0.5) * px) / of);
        const picture = Array.from({ length: across * down }, (_, i) => {
          const from = 4 * (at(Math.floor(i / across), down, height) * width + at(i % across, across, width));
          const [r, g, b, a] = bytes.subarray(from, from + 4);
          return a === 0 ? -1 : (r << 16) | (g << 8) | b;
        });
        watched.pictures.push(picture);
        watched.still = 0;
      };
      const frame = window.requestAnimationFrame.bind(window);
      window.requestAnimationFrame = (call) =>
        frame((time) => {
          drawn = false;
          call(time);
          const gl = drawn && document.querySelector<HTMLCanvasElement>('.maplibregl-canvas')?.getContext('webgl2');
          if (gl) look(gl);
        });
      const count = () => frame(() => (watched.still++, count()));
      count();
    },
    [ACROSS, DOWN] as const,
  );
}

/** Once nothing has been drawn for a while: the last picture. */
export async function restingPicture(page: Page): Promise<Picture> {
  await page.waitForFunction(() => {
    const { watched } = window as unknown as { watched: Watched };
    return watched.still > 30 && watched.pictures.length > 0;
  });
  return page.evaluate(() => (window as unknown as { watched: Watched }).watched.pictures.at(-1)!);
}

/** From here on pictures are counted anew. */
export const forgetPictures = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { watched } = window as unknown as { watched: Watched };
    Object.assign(watched, { pictures: [], still: 0 });
  });

/** Share of points, of 1, of which something is so in one picture and another. */
export const shareOf = (one: Picture, other: Picture, isSo: (a: number, b: number) => boolean): number =>
  one.filter((colour, i) => isSo(colour, other[i])).length / one.length;

/** All pictures from the first on in which more than a twentieth is otherwise than before: the first at another place. */
export async function picturesElsewhere(page: Page, before: Picture): Promise<readonly Picture[]> {
  const pictures = await page.evaluate(() => (window as unknown as { watched: Watched }).watched.pictures);
  const first = pictures.findIndex((picture) => shareOf(picture, before, (a, b) => a !== b) > 0.05);
  return first < 0 ? [] : pictures.slice(first);
}
