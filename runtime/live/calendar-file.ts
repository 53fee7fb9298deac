import type { Booking } from '#model/shop/bookings.ts'
import type { ShopInfo } from '#model/shop/catalogue.ts'
import type { CalendarEvent } from '#components/kit/host.ts'

/** A booking as an iCalendar file: https://www.rfc-editor.org/rfc/rfc5545 */
export function calendarFile(
  booking: Booking,
  shop: Pick<ShopInfo, 'name' | 'address' | 'phone'> | undefined,
  nowMs: number,
): string {
  const where = shop?.address.text ?? ''
  const about = [booking.code, booking.resourceLabels.join(', '), shop?.phone ?? ''].filter((part) => part !== '')
  return calendar([
    `UID:${escaped(booking.id)}@shopwright`,
    // A calendar takes a later file for the same booking as its new version.
    `SEQUENCE:${booking.version}`,
    `DTSTAMP:${utc(nowMs)}`,
    `DTSTART:${utc(Date.parse(booking.startsAtIso))}`,
    `DTEND:${utc(Date.parse(booking.endsAtIso))}`,
    `SUMMARY:${escaped([booking.serviceName, shop?.name ?? ''].filter((part) => part !== '').join(' · '))}`,
    ...(where === '' ? [] : [`LOCATION:${escaped(where)}`]),
    `DESCRIPTION:${escaped(about.join('\n'))}`,
    `STATUS:${calendarStatus(booking.status)}`,
    ...alarm(60, booking.serviceName),
  ])
}

/** What waits for money or for a yes is not settled; what is off is off, whoever called it off. */
function calendarStatus(status: Booking['status']): 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED' {
  if (status === 'held' || status === 'unpaid' || status === 'requested') return 'TENTATIVE'
  return status === 'cancelled' || status === 'declined' || status === 'expired' ? 'CANCELLED' : 'CONFIRMED'
}

/** @param origin - of the program, which tells its events from those of others */
export function eventFile(event: CalendarEvent, origin: string, nowMs: number): string {
  return calendar([
    `UID:${escaped(event.id)}@${escaped(new URL(origin).host)}`,
    `DTSTAMP:${utc(nowMs)}`,
    `DTSTART:${utc(Date.parse(event.startsAtIso))}`,
    `DTEND:${utc(Date.parse(event.endsAtIso))}`,
    `SUMMARY:${escaped(event.title)}`,
    `DESCRIPTION:${escaped(event.text)}`,
    `URL:${origin}`,
    'STATUS:CONFIRMED',
    ...alarm(event.remindMinutes, event.title),
  ])
}

function alarm(minutesBefore: number, words: string): readonly string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:-PT${minutesBefore}M`,
    `DESCRIPTION:${escaped(words)}`,
    'END:VALARM',
  ]
}

function calendar(event: readonly string[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Shopwright//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    ...event,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function utc(ms: number): string {
  return new Date(ms).toISOString().replaceAll(/[-:]|\.\d+/g, '')
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, String.raw`\n`)
}

/** Lines are at most 75 bytes long; the rest goes on in lines that begin with a space. No character is cut. */
function folded(line: string): string {
  const bytes = (text: string) => new TextEncoder().encode(text).byteLength
  let out = ''
  let room = 75
  for (const character of line) {
    const size = bytes(character)
    if (size > room) {
      out += '\r\n '
      room = 74
    }
    out += character
    room -= size
  }
  return out
}
