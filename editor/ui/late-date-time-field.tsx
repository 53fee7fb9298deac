import { lazy, Suspense } from 'react'
import type { DateTimeFieldProps } from './date-time-field.tsx'
import { Skeleton } from './skeleton.tsx'

// A calendar is the heaviest of all controls, and few blocks have one.
const Field = lazy(() => import('./date-time-field.tsx').then((file) => ({ default: file.DateTimeField })))

/** Label and field of a usual control. */
const HEIGHT_PX = 60

/** The date and time field, fetched when it is first drawn. */
export function LateDateTimeField(props: DateTimeFieldProps) {
  return (
    <Suspense fallback={<Skeleton heightPx={HEIGHT_PX} />}>
      <Field {...props} />
    </Suspense>
  )
}
