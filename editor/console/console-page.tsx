import { CloudOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { SessionGate } from '#editor/home/index.ts'
import { Button, EmptyState } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { Me } from '#platform/contract/merchant.ts'
import { areaOf, type AreaId } from './areas.ts'
import { BookingsArea } from './bookings/bookings-area.tsx'
import { ChangesArea } from './changes/changes-area.tsx'
import { ConsoleShell } from './console-shell.tsx'
import { CouponsArea } from './coupons/coupons-area.tsx'
import { FlashSalesArea } from './flash-sales/flash-sales-area.tsx'
import { JobsArea } from './jobs/jobs-area.tsx'
import { FormsArea } from './forms/forms-area.tsx'
import { KitchenArea } from './kitchen/kitchen-area.tsx'
import { MembersArea } from './members/members-area.tsx'
import { MenuArea } from './menu/menu-area.tsx'
import { OrdersArea } from './orders/orders-area.tsx'
import { PeopleArea } from './people/people-area.tsx'
import { PostersArea } from './posters/posters-area.tsx'
import { useProgram, useSettings } from './queries.ts'
import { QueueArea } from './queue/queue-area.tsx'
import { SettingsArea } from './settings/settings-area.tsx'
import { ReportsArea } from './reports/reports-area.tsx'
import { ShopContext } from './shop-context.ts'
import { TodayArea } from './today/today-area.tsx'
import { VisitsArea } from './visits/visits-area.tsx'
import { VersionsArea } from './versions/versions-area.tsx'
import './console.css'

export interface ConsolePageProps {
  readonly programId: string
  /** The address behind `/console/`. */
  readonly rest: string
}

/** `/p/:programId/console/…`: the counter. */
export function ConsolePage({ programId, rest }: ConsolePageProps) {
  return <SessionGate>{(me) => <Counter programId={programId} area={areaOf(rest)} me={me} />}</SessionGate>
}

const contents: { readonly [Id in AreaId]: () => ReactNode } = {
  today: () => <TodayArea />,
  orders: () => <OrdersArea />,
  kitchen: () => <KitchenArea />,
  bookings: () => <BookingsArea />,
  jobs: () => <JobsArea />,
  queue: () => <QueueArea />,
  menu: () => <MenuArea />,
  members: () => <MembersArea />,
  coupons: () => <CouponsArea />,
  'flash-sales': () => <FlashSalesArea />,
  forms: () => <FormsArea />,
  posters: () => <PostersArea />,
  reports: () => <ReportsArea />,
  visits: () => <VisitsArea />,
  settings: () => <SettingsArea />,
  versions: () => <VersionsArea />,
  changes: () => <ChangesArea />,
  people: () => <PeopleArea />,
}

interface CounterProps {
  readonly programId: string
  readonly area: AreaId
  readonly me: Me
}

function Counter({ programId, area, me }: CounterProps) {
  const words = useWords()
  const program = useProgram(programId)
  const settings = useSettings(programId)
  const failed = program.status === 'failed' ? program : settings.status === 'failed' ? settings : undefined
  if (failed)
    return (
      <main className="app-middle">
        <EmptyState
          icon={<CloudOff size={28} />}
          title={failureText(failed.failure, words)}
          action={
            <Button
              onPress={() => {
                program.retry()
                settings.retry()
              }}
            >
              {words.common.tryAgain}
            </Button>
          }
        />
      </main>
    )
  if (program.status !== 'ready' || settings.status !== 'ready')
    return (
      <main className="app-middle" aria-busy>
        <span className="ui-spinner" aria-hidden />
        <span className="ui-hidden">{words.common.loading}</span>
      </main>
    )
  return (
    <ShopContext value={{ program: program.value, settings: settings.value }}>
      <ConsoleShell area={area} me={me}>
        {contents[area]()}
      </ConsoleShell>
    </ShopContext>
  )
}
