/** An A4 poster: one question in every language, the code to scan, the address to type. */
export type PosterProps = {
  officeName: string
  address: string
  qr: { size: number; path: string }
  asked: { locale: string; tag: string; ask: string; scan: string }[]
}

/** Modules of white around the code, without which telephones do not see it. */
const QUIET_ZONE = 4

export function Poster({ officeName, address, qr, asked }: PosterProps) {
  const [first, ...others] = asked
  const side = qr.size + 2 * QUIET_ZONE
  return (
    <article className="poster">
      <p className="poster-office">{officeName}</p>
      <p className="poster-ask">{first?.ask}</p>
      <svg
        viewBox={`${-QUIET_ZONE} ${-QUIET_ZONE} ${side} ${side}`}
        role="img"
        aria-label={address}
        shapeRendering="crispEdges"
      >
        <path d={qr.path} fill="#000" />
      </svg>
      <p className="poster-scan">{first?.scan}</p>
      <p className="poster-address">{address}</p>
      <ul>
        {others.map(({ locale, tag, ask, scan }) => (
          <li key={locale} lang={tag}>
            <strong>{ask}</strong> {scan}
          </li>
        ))}
      </ul>
    </article>
  )
}
