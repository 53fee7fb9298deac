import { useState } from 'react'
import { api, ApiFailure, asApiFailure, queryCache } from '#editor/api/index.ts'
import { showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { wordsNow } from '#editor/words/use-words.ts'
import { mostMenuRows, type MenuFilePlan } from '#platform/contract/menu-file.ts'
import { keys } from '../keys.ts'
import { useShop } from '../shop-context.ts'
import { mostFileBytes, readTable, type Table } from './read-table.ts'

export interface Import {
  readonly fileName: string | null
  readonly plan: MenuFilePlan | null
  readonly isWhole: boolean
  readonly isBusy: boolean
  /** Why the file came to nothing. */
  readonly problem: string | null
  choose(file: File): Promise<void>
  setWhole(isWhole: boolean): Promise<void>
  bring(): Promise<void>
}

interface Chosen {
  readonly name: string
  readonly rows: Table
  /** One file with one preview is one wish: sent again after a lost answer, it is imported once. */
  readonly requestId: string
}

/** From a file to a preview to a changed menu. */
export function useImport(onDone: () => void): Import {
  const { id } = useShop().program
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [plan, setPlan] = useState<MenuFilePlan | null>(null)
  const [isWhole, setWhole] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function working(work: () => Promise<void>): Promise<void> {
    setBusy(true)
    setProblem(null)
    try {
      await work()
    } catch (thrown) {
      setProblem(failureText(asApiFailure(thrown), wordsNow()))
    } finally {
      setBusy(false)
    }
  }

  const look = async (file: Chosen, whole: boolean) => {
    setPlan(await api.menuFile.preview(id, { rows: file.rows, isWhole: whole }))
    setChosen({ ...file, requestId: crypto.randomUUID() })
  }

  return {
    fileName: chosen?.name ?? null,
    plan,
    isWhole,
    isBusy,
    problem,
    choose: (file) =>
      working(async () => {
        setPlan(null)
        setChosen(null)
        const words = wordsNow().menuFile
        if (file.size > mostFileBytes) return setProblem(words.tooLarge)
        const rows = await readTable(file).catch(() => null)
        if (!rows || rows.length === 0) return setProblem(words.unreadable)
        if (rows.length > mostMenuRows + 1) return setProblem(words.tooManyRows(mostMenuRows))
        const cut = rows.map((row) => row.slice(0, 60).map((cell) => cell.slice(0, 2000)))
        await look({ name: file.name, rows: cut, requestId: '' }, isWhole)
      }),
    setWhole: (whole) =>
      working(async () => {
        setWhole(whole)
        if (chosen) await look(chosen, whole)
      }),
    bring: () =>
      working(async () => {
        if (!chosen || !plan) return
        const { rows, requestId } = chosen
        try {
          const done = await api.menuFile.bring(id, { rows, isWhole, requestId, basis: plan.basis })
          onDone()
          sayDone(id, done.changes, done.actId)
        } catch (thrown) {
          const isOutdated = thrown instanceof ApiFailure && thrown.code === 'conflict'
          if (!isOutdated) throw thrown
          await look(chosen, isWhole)
          setProblem(wordsNow().menuFile.outdated)
        }
      }),
  }
}

function sayDone(programId: string, count: number, actId: string | null): void {
  const refresh = () => void queryCache.refresh(keys.all(programId))
  refresh()
  const words = wordsNow()
  const undo = async (act: string) => {
    try {
      await api.menuFile.takeBack(programId, act)
      showToast({ text: wordsNow().menuFile.undone, tone: 'good' })
    } catch (thrown) {
      const failure = asApiFailure(thrown)
      const { shopChanges } = wordsNow()
      const text = failure.code === 'conflict' ? shopChanges.changedSince : failureText(failure, wordsNow())
      showToast({ text, tone: 'bad' })
    }
    refresh()
  }
  showToast({
    text: words.menuFile.done(count),
    tone: 'good',
    ...(actId !== null && { action: { label: words.common.undo, run: () => void undo(actId) } }),
  })
}
