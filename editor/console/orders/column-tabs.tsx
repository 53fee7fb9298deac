import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useWords } from '#editor/words/use-words.ts'
import type { Board } from '../rules/order-board.ts'
import { boardColumns, type BoardColumn } from '../rules/order-rules.ts'

export interface ColumnTabsProps {
  readonly board: Board
  readonly shown: BoardColumn
  readonly onShow: (column: BoardColumn) => void
}

/** On a phone one column is in sight at a time; the figures tell of the others. */
export function ColumnTabs({ board, shown, onShow }: ColumnTabsProps) {
  const words = useWords()
  return (
    <ToggleButtonGroup
      className="column-tabs"
      aria-label={words.console.showColumn}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[shown]}
      onSelectionChange={(chosen) => {
        const column = boardColumns.find((each) => chosen.has(each))
        if (column) onShow(column)
      }}
    >
      {boardColumns.map((column) => (
        <ToggleButton key={column} id={column} className={`column-tabs__tab column-tabs__tab--${column}`}>
          <b>{board[column].length}</b>
          <span>{words.console.columns[column]}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
