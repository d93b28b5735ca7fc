import type { ComponentChildren } from 'preact'
import { useEffect, useErrorBoundary } from 'preact/hooks'
import type { Phrase } from '../../utils/types/phrase.ts'
import { Problem } from './Problem.tsx'

export interface ErrorBoundaryProps {
  children: ComponentChildren
  /** The sentence for an error that a part of the interface threw; where it was not expected, the reporter has it by then. */
  says: (error: unknown) => Phrase
  /** What is shown; another is drawn whatever happened to this one. */
  at?: string
}

/** Keeps one broken part from blanking the whole surface: says why, and offers to draw it again. */
export function ErrorBoundary(props: ErrorBoundaryProps) {
  const [error, reset] = useErrorBoundary()
  useEffect(() => {
    if (error !== undefined) reset()
  }, [props.at])
  return error === undefined ? <>{props.children}</> : <div class="broken-part"><Problem says={props.says(error)} onRetry={reset} /></div>
}
