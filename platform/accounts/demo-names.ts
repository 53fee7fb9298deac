/** Given names of demo merchants, short and from many places, so that two people on one canvas tell each other apart. */
const names = [
  'Lin',
  'Mei',
  'Omar',
  'Sofia',
  'Kenji',
  'Amara',
  'Noah',
  'Priya',
  'Mateo',
  'Yuki',
  'Leila',
  'Tomas',
  'Xiaoyu',
  'Nadia',
  'Diego',
  'Hana',
  'Ravi',
  'Elena',
  'Jun',
  'Zara',
  'Luca',
  'Ines',
  'Wei',
  'Aisha',
] as const

/** @param turn - counts the people who came before, so that neighbours in time have different names */
export function demoName(turn: number): string {
  return `${names[turn % names.length]} (demo)`
}
