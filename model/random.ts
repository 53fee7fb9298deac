/** A number from 0 up to but not including 1. Passed in, so that tests repeat. */
export type Random = () => number

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** 12 of 62 characters are 71 bits: a program would need some 40 billion nodes before two ids are likely to meet. */
const idLength = 12

export const secureRandom: Random = () => {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1))
  return value / 2 ** 32
}

/** A new id for a node or a page. Never reused, also not after its owner was deleted. */
export function newId<Id extends string>(random: Random = secureRandom): Id {
  let id = ''
  for (let at = 0; at < idLength; at++) id += alphabet[Math.floor(random() * alphabet.length)]
  return id as Id
}
