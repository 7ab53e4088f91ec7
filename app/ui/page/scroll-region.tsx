/** A wide or long table in a frame of its own that can be scrolled with the keyboard too. */
import type { ReactNode } from "react"

type Props = { label: string; className?: string; children: ReactNode }

export function ScrollRegion({ label, className = "table-wrap", children }: Props) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div className={className} tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  )
}
