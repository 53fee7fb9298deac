import { ConciergeBell } from 'lucide-react'
import { useState } from 'react'
import { EmptyState, Skeleton } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { MerchantOrder } from '#platform/contract/merchant.ts'
import { Answer, AreaHead } from '../area.tsx'
import { useFreshOrders } from '../fresh-orders.ts'
import { useOrders } from '../queries.ts'
import { arrangeBoard } from '../rules/order-board.ts'
import { boardColumns, type BoardColumn } from '../rules/order-rules.ts'
import { useShop } from '../shop-context.ts'
import { useNow } from '../use-now.ts'
import { CallOffDialog } from './call-off-dialog.tsx'
import { ColumnTabs } from './column-tabs.tsx'
import { OrderCard } from './order-card.tsx'
import { OrderDetail } from './order-detail.tsx'
import { useOrderMoves } from './use-order-action.ts'
import { RefundDialog } from './refund-dialog.tsx'
import './board.css'

/** The order board. */
export function OrdersArea() {
  const words = useWords()
  const { program } = useShop()
  const orders = useOrders(program.id)
  return (
    <>
      <AreaHead title={words.console.areas.orders} />
      <Answer query={orders} skeleton={<BoardSkeleton />}>
        {(value) => <OrderBoard orders={value} />}
      </Answer>
    </>
  )
}

function OrderBoard({ orders }: { readonly orders: readonly MerchantOrder[] }) {
  const words = useWords()
  const nowMs = useNow()
  const fresh = useFreshOrders()
  const [shown, setShown] = useState<BoardColumn>('new')
  const [followedId, setFollowed] = useState<string | null>(null)
  const [openId, setOpen] = useState<string | null>(null)
  const [calledOffId, setCalledOff] = useState<string | null>(null)
  const [refundedId, setRefunded] = useState<string | null>(null)
  const { move, moving } = useOrderMoves()
  const board = arrangeBoard(orders)
  const open = orders.find(({ id }) => id === openId)
  const calledOff = orders.find(({ id }) => id === calledOffId)
  const refunded = orders.find(({ id }) => id === refundedId)

  if (boardColumns.every((column) => board[column].length === 0))
    return (
      <EmptyState
        icon={<ConciergeBell size={28} />}
        title={words.console.noOrdersTitle}
        text={words.console.noOrdersText}
      />
    )
  return (
    <>
      <ColumnTabs board={board} shown={shown} onShow={setShown} />
      <div className="board" data-shown={shown}>
        {boardColumns.map((column) => (
          <section
            key={column}
            className={`board__column board__column--${column}`}
            aria-label={words.console.columns[column]}
          >
            <h2 className="board__head">
              {words.console.columns[column]}
              <span className="board__count">{board[column].length}</span>
            </h2>
            {board[column].length === 0 ? <p className="board__none">{words.console.columnEmpty[column]}</p> : null}
            <ul className="board__cards">
              {board[column].map((order) => (
                <li key={order.id}>
                  <OrderCard
                    order={order}
                    nowMs={nowMs}
                    isFresh={column === 'new' && fresh.has(order.id)}
                    isMoving={moving.has(order.id)}
                    isFollowed={followedId === order.id}
                    onMove={(action, byKeyboard) => {
                      setFollowed(byKeyboard ? order.id : null)
                      move({ order, action })
                    }}
                    onOpen={() => setOpen(order.id)}
                    onCallOff={() => setCalledOff(order.id)}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {open ? (
        <OrderDetail
          order={open}
          isMoving={moving.has(open.id)}
          onMove={(action) => move({ order: open, action })}
          onClose={() => setOpen(null)}
          onCallOff={() => setCalledOff(open.id)}
          onRefund={() => setRefunded(open.id)}
        />
      ) : null}
      {refunded ? <RefundDialog order={refunded} onClose={() => setRefunded(null)} /> : null}
      {calledOff ? (
        <CallOffDialog
          order={calledOff}
          onCallOff={(action, reason, restock) => move({ order: calledOff, action, reason, restock })}
          onClose={() => setCalledOff(null)}
        />
      ) : null}
    </>
  )
}

function BoardSkeleton() {
  return (
    <div className="board">
      {boardColumns.map((column) => (
        <div key={column} className="board__column">
          <Skeleton heightPx={24} width={96} />
          <Skeleton heightPx={180} />
          <Skeleton heightPx={180} />
        </div>
      ))}
    </div>
  )
}
