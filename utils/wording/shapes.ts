import table from './data/shapes.json' with { type: 'json' }

/** Character of a protected name → those that look like it; made by `assets/model/build/protected-shapes.ts`. */
const SHAPES = table as Record<string, string>

/** True where `there` looks like `meant`, a character of a protected name. */
export function lookAlike(there: string, meant: string): boolean {
  return SHAPES[meant]?.includes(there) ?? false
}
