/** A stored number with gaps to read it out by. Mainland numbers are read 3-4-4; others keep the form they have. */
export function phoneText(phone: string): string {
  const mainland = /^(\+86)?(1\d{2})(\d{4})(\d{4})$/.exec(phone.replace(/[\s-]/g, ''))
  return mainland ? mainland.slice(1).filter(Boolean).join(' ') : phone
}
