import { useState } from 'react'
import { Button } from '#editor/ui/button.tsx'
import { Segmented } from '#editor/ui/segmented.tsx'
import { useWords } from '#editor/words/use-words.ts'

/** The usual steps of letting more and more visitors see a version. */
const steps = [5, 10, 25, 50, 75]

interface ShareFieldProps {
  /** Visitors in a hundred who get the new version now. */
  readonly percent: number
  readonly isDisabled: boolean
  readonly onChange: (percent: number) => void
}

/** Chosen first, changed with a second press: what visitors see is not moved by a slip. */
export function ShareField({ percent, isDisabled, onChange }: ShareFieldProps) {
  const { publishing: words } = useWords()
  const [chosen, setChosen] = useState(percent)
  const options = [...new Set([...steps, percent])].toSorted((a, b) => a - b)
  return (
    <div className="st-rollout__share">
      <Segmented
        label={words.share}
        options={options.map((each) => ({ value: String(each), label: words.percent(each) }))}
        value={String(chosen)}
        onChange={(next) => setChosen(Number(next))}
        isDisabled={isDisabled}
      />
      {chosen === percent ? null : (
        <Button isDisabled={isDisabled} onPress={() => onChange(chosen)}>
          {words.changeShare(chosen)}
        </Button>
      )}
    </div>
  )
}
