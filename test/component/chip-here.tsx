import { render } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Chip, type ChipDoings, type ChipView } from '../../components/marks/chip.ts'
import { RoutePlace } from '../../components/shared/RoutePlace.tsx'
import type { RouteStep } from '../../utils/types/route.ts'

export interface ChipHereProps extends Omit<ChipView, 'panelOpen'>, ChipDoings {
  open?: boolean
  onStep?: (step: RouteStep) => void
}

/** The chip among components, with the route in it as the windows draw it there. */
export function ChipHere({ open = false, onStep, onToggle, onCollapse, ...view }: ChipHereProps) {
  const mount = useRef<HTMLDivElement>(null)
  const chip = useRef<Chip>(undefined)
  useEffect(() => {
    chip.current ??= new Chip(mount.current!, { onToggle, onCollapse })
    chip.current.draw({ ...view, panelOpen: open })
    render(view.round && onStep && <RoutePlace round={view.round} onStep={onStep} />, chip.current.route)
  })
  return <div ref={mount} />
}
