/** How large a picture is drawn (CSS pixels a picture pixel) and which part of it shows. */
export interface Zoom {
  scale: number
  left: number
  top: number
}

export interface Size {
  width: number
  height: number
}

/** One press of a button or one notch of the wheel. */
export const STEP = 1.25
const LARGEST = 8

/** The scale at which a picture fills the frame's width. */
export function fitting(frame: Size, picture: Size): number {
  return picture.width > 0 && frame.width > 0 ? frame.width / picture.width : 1
}

/** Keeps a scale between the fitted picture (or its true size, where that is smaller) and eight times its true size. */
export function within(scale: number, fit: number): number {
  return Math.min(LARGEST, Math.max(Math.min(fit, 1), scale))
}

/** Another scale, with the point of the picture that is at `x`, `y` of the frame staying where it is. */
export function zoomAt({ scale, left, top }: Zoom, to: number, x: number, y: number): Zoom {
  return { scale: to, left: ((left + x) / scale) * to - x, top: ((top + y) / scale) * to - y }
}

/** A place of the picture in the middle of the frame, about half as wide as it, never smaller than it is shown when fitted. */
export function zoomTo(place: Size & { x: number; y: number }, frame: Size, picture: Size): Zoom {
  const fit = fitting(frame, picture)
  const scale = within(Math.min(2, Math.max(fit, frame.width / 2 / Math.max(place.width, 1))), fit)
  return {
    scale,
    left: (place.x + place.width / 2) * scale - frame.width / 2,
    top: (place.y + place.height / 2) * scale - frame.height / 2,
  }
}
