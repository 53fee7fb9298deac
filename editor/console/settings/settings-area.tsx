import { useWords } from '#editor/words/use-words.ts'
import { AreaHead } from '../area.tsx'
import { CheckInForm } from './check-in-form.tsx'
import { ContactForm } from './contact-form.tsx'
import { DeliveryForm } from './delivery-form.tsx'
import { HoursForm } from './hours-form.tsx'
import { OrderingForm } from './ordering-form.tsx'
import { StationForm } from './station-form.tsx'
import { PointsForm } from './points-form.tsx'
import { StampForm } from './stamp-form.tsx'
import { TableList } from './table-list.tsx'
import { TaxForm } from './tax-form.tsx'
import { WebhooksSection } from './webhooks/webhooks-section.tsx'
import './settings.css'

export function SettingsArea() {
  const words = useWords()
  return (
    <>
      <AreaHead title={words.console.areas.settings} />
      <div className="settings">
        <OrderingForm />
        <HoursForm />
        <PointsForm />
        <StampForm />
        <CheckInForm />
        <ContactForm />
        <DeliveryForm />
        <TaxForm />
        <StationForm />
        <TableList />
        <WebhooksSection />
      </div>
    </>
  )
}
