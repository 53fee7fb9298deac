import { CircleCheck, TriangleAlert, WandSparkles } from 'lucide-react'
import { useMemo } from 'react'
import { setTheme } from '#model/index.ts'
import { contrastFindings, type ContrastFinding } from '#runtime/theme-contrast.ts'
import { Button } from '#editor/ui/button.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import { useTheme } from './use-theme-colours.ts'

/** Says at every change whether all texts of the theme can be read, and puts right what cannot. */
export function ContrastNotice() {
  const session = useSession()
  const { theme: words } = useWords()
  const theme = useTheme()
  const findings = useMemo(() => contrastFindings(theme), [theme])
  const fix = () =>
    session.edit('change-theme', (program) => {
      for (const finding of findings) setTheme(program, finding.fix)
    })
  return (
    <div className="st-contrast" role="status" data-testid="contrast" data-findings={findings.length}>
      {findings.length === 0 ? (
        <p className="st-contrast__fine">
          <CircleCheck size={16} aria-hidden />
          {words.readable}
        </p>
      ) : (
        <>
          <p className="st-contrast__head">
            <TriangleAlert size={16} aria-hidden />
            {words.findings(findings.length)}
          </p>
          <ul className="st-contrast__list">
            {findings.map((finding) => (
              <Finding key={`${finding.scheme}-${finding.text}`} finding={finding} />
            ))}
          </ul>
          <Button
            size="small"
            icon={<WandSparkles size={14} aria-hidden />}
            isDisabled={!session.canEdit}
            onPress={fix}
          >
            {words.makeReadable}
          </Button>
        </>
      )}
    </div>
  )
}

function Finding({ finding }: { readonly finding: ContrastFinding }) {
  const { theme: words } = useWords()
  const { text, on, ratio, needed, scheme, textColour, groundColour } = finding
  const where = scheme === 'dark' ? `${words.grounds[on]} (${words.inDark})` : words.grounds[on]
  return (
    <li className="st-contrast__finding">
      <span className="st-contrast__sample" style={{ color: textColour, background: groundColour }} aria-hidden>
        Aa
      </span>
      {words.finding(words.texts[text], where, `${ratio.toFixed(1)} : 1`, `${needed} : 1`)}
    </li>
  )
}
