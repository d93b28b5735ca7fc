import type { ComponentChildren } from 'preact'

export interface EmptyStateProps {
  title: string
  says?: string
  /** Buttons: what to do first. */
  children?: ComponentChildren
}

/** Nothing here, and what to do about it. */
export function EmptyState(props: EmptyStateProps) {
  return (
    <div class="empty">
      <p class="empty-title">{props.title}</p>
      {props.says && <p>{props.says}</p>}
      {props.children && <div class="actions">{props.children}</div>}
    </div>
  )
}
