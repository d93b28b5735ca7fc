import type { ComponentChildren } from 'preact'
import { useErrorBoundary } from 'preact/hooks'
import { Problem } from './Problem.tsx'

export interface ErrorBoundaryProps {
  children: ComponentChildren
  /** Told every error that a part of the interface threw; nothing is swallowed. */
  onError: (error: unknown) => void
}

/** Keeps one broken part from blanking the whole surface: says so, and offers to draw it again. */
export function ErrorBoundary(props: ErrorBoundaryProps) {
  const [error, reset] = useErrorBoundary(props.onError)
  return error === undefined ? <>{props.children}</> : <Problem says={{ key: 'common.broken' }} onRetry={reset} />
}
