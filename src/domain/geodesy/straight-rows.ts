import { areaSeries } from './authalic.ts';
import { E2, RADIANS, SEMI_MAJOR_M } from './ellipsoid.ts';
import { SINE, valueAt } from './meridian-series.ts';

/*
 * What a line straight on the Gauss–Krüger plane adds to the area of one straight in longitude and authalic latitude.
 * On the plane z = north + i east, on the ellipsoid ζ = q + i λ, a straight line has ζ″ = sin φ(q + i λ) ζ′² (sin φ as an
 * analytic function), and the area between it and its chord is, with steps dq and dλ and c the value of that function,
 *   δ = −(ν cos φ)²/12 · ((dq² + dλ²)(Re c dλ + Im c dq) + 2 sin φ dλ dq²),
 * the next term being (length/R)² smaller. In degrees of longitude x and latitude y that is
 *   δ = dx (k₁ dx² + k₂ dy²) + dy (k₃ dx² + k₄ dy²), the k even (1, 2) or odd (3, 4) in the longitude from the meridian.
 */

/** [k₁: λ⁰ λ² λ⁴, k₂: λ⁰ λ² λ⁴, k₃: λ¹ λ³ λ⁵, k₄/k₃] in m² per degree³, λ in degrees. */
function edgeTerms(lat: number): number[] {
  const sin = Math.sin(lat * RADIANS);
  const cos = Math.cos(lat * RADIANS);
  const w = 1 - E2 * sin * sin;
  const stretch = (1 - E2) / (w * cos); // dq/dφ
  const unit = (-SEMI_MAJOR_M * SEMI_MAJOR_M * cos * cos * RADIANS ** 3) / (12 * w);
  const [, s1, s2, s3, s4, s5] = SINE.map((p) => valueAt(p, sin));
  const [even2, even4] = [(-s2 / 2) * RADIANS ** 2, (s4 / 24) * RADIANS ** 4];
  const k2 = unit * stretch * stretch;
  const k3 = unit * stretch;
  return [
    ...[unit * sin, unit * even2, unit * even4],
    ...[k2 * 3 * sin, k2 * even2, k2 * even4],
    ...[k3 * s1 * RADIANS, (-k3 * s3 * RADIANS ** 3) / 6, (k3 * s5 * RADIANS ** 5) / 120],
    stretch * stretch,
  ];
}

export const ROW_LENGTH = 20;
/** The area series about `lat` (4 numbers), the edge terms there (10), and slopes by latitude: of k₁ and k₂ (λ⁰ λ² each), k₃ (λ¹), k₄/k₃. */
export function straightRow(lat: number): number[] {
  const step = 1 / 256;
  const [south, north] = [edgeTerms(lat - step), edgeTerms(lat + step)];
  const slopes = [0, 1, 3, 4, 6, 9].map((i) => (north[i] - south[i]) / (2 * step));
  return [...areaSeries(lat), ...edgeTerms(lat), ...slopes];
}
