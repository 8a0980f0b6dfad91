/* PROJ's vector transform as a peer: argv[1] holds interleaved lon, lat (degrees); each byte on stdin is a task. */
#include <proj.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
  FILE *file = argc == 3 ? fopen(argv[1], "rb") : NULL;
  if (!file) return 2;
  fseek(file, 0, SEEK_END);
  size_t bytes = ftell(file), n = bytes / 16;
  rewind(file);
  double *degrees = malloc(bytes), *plane = malloc(bytes), *work = malloc(bytes);
  if (fread(degrees, 1, bytes, file) != bytes) return 2;
  fclose(file);
  PJ *pj = proj_create(PJ_DEFAULT_CTX, argv[2]);
  if (!pj) return 3;
  memcpy(plane, degrees, bytes);
  proj_trans_generic(pj, PJ_FWD, plane, 16, n, plane + 1, 16, n, 0, 0, 0, 0, 0, 0);
  for (int task; (task = getchar()) != EOF;) {
    /* w: write the plane coordinates out; f, i: transform all of them, forward or back. */
    if (task == 'w') fwrite(plane, 1, bytes, stdout);
    else if (task == 'f' || task == 'i') {
      memcpy(work, task == 'f' ? degrees : plane, bytes);
      proj_trans_generic(pj, task == 'f' ? PJ_FWD : PJ_INV, work, 16, n, work + 1, 16, n, 0, 0, 0, 0, 0, 0);
      fwrite(work, 8, 1, stdout);
    }
    fflush(stdout);
  }
  return 0;
}
