/** The words of a plan in the order in which offices print them: basis, goals, the matrix, control. */
import { useTranslation } from "react-i18next"
import type { PlanContent } from "~/domain/improvement/plan"
import { ScrollRegion } from "~/ui/page/scroll-region"

export function PlanBody({ content }: { content: PlanContent }) {
  const { t } = useTranslation("improvement")
  return (
    <div className="plan-body">
      <List title={t("plan.basis")} lines={content.basis} />
      <List title={t("plan.goals")} lines={content.goals} />
      {content.mission ? (
        <section>
          <h2>{t("plan.mission")}</h2>
          <p>{content.mission.text}</p>
          <Lines lines={content.mission.points} />
        </section>
      ) : null}
      {content.subjects ? (
        <section>
          <h2>{t("plan.subjects")}</h2>
          <p>{content.subjects}</p>
        </section>
      ) : null}
      {content.matrix.length > 0 ? <Matrix matrix={content.matrix} /> : null}
      <List title={t("plan.measures")} lines={content.measures} />
      {content.oversight.length > 0 ? (
        <section>
          <h2>{t("plan.oversight")}</h2>
          {content.oversight.map(({ text, points }) => (
            <div key={text}>
              <p>{text}</p>
              <Lines lines={points} />
            </div>
          ))}
        </section>
      ) : null}
      <List title={t("plan.closing")} lines={content.closing} />
    </div>
  )
}

function List({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <Lines lines={lines} />
    </section>
  )
}

function Lines({ lines }: { lines: string[] }) {
  if (lines.length === 0) return null
  return (
    <ol className="numerals">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  )
}

/** 實施要領·執行策略·執行方法: the dimension stands once, beside all of its strategies. */
function Matrix({ matrix }: Pick<PlanContent, "matrix">) {
  const { t } = useTranslation("improvement")
  return (
    <section>
      <h2 id="matrix-title">{t("plan.matrix")}</h2>
      <ScrollRegion label={t("plan.matrix")}>
        <table className="matrix" aria-labelledby="matrix-title">
          <thead>
            <tr>
              <th scope="col">{t("plan.dimension")}</th>
              <th scope="col">{t("plan.strategy")}</th>
              <th scope="col">{t("plan.method")}</th>
            </tr>
          </thead>
          {matrix.map(({ dimension, strategies }) => (
            <tbody key={dimension}>
              {strategies.map(({ strategy, method }, i) => (
                <tr key={strategy}>
                  {i === 0 ? (
                    <th scope="rowgroup" rowSpan={strategies.length}>
                      {dimension}
                    </th>
                  ) : null}
                  <td>{strategy}</td>
                  <td>{method}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </ScrollRegion>
    </section>
  )
}
