/**
 * What the compiler can see of a definition that contradicts itself. Where it does, the part at fault has a sentence for
 * a type, which is then what the compiler answers.
 */
import type { BlockDefinition } from './define-block.ts'
import type { ChoiceField, Field, Fields } from './fields.ts'

export type CheckedBlock<D extends BlockDefinition> = {
  readonly fields: CheckedFields<D['fields'], ''>
  readonly starter?: {
    readonly [Name in keyof D['starter']]: Name extends keyof D['fields']
      ? unknown
      : Wrong<`The block starts with "${Name & string}", which is no field of it`>
  }
  readonly upgrades: { readonly [To in VersionsUpTo<D['version']>]: BlockDefinition['upgrades'][number] }
}

/** Nothing has this type, so the compiler names it. Not the sentence alone: together with a text that would be `never`. */
interface Wrong<Sentence extends string> {
  readonly wrong: Sentence
}

type CheckedFields<F, Path extends string> = {
  readonly [Name in keyof F]: Name extends CommonName
    ? Wrong<`Field "${Name}" is one that all blocks have`>
    : F[Name] extends Field
      ? CheckedField<F[Name], F, `${Path}${Name & string}`>
      : unknown
}

type CommonName = 'spacing'

type CheckedField<One extends Field, Siblings, Path extends string> = One extends {
  readonly item: infer Item extends Fields
}
  ? { readonly item: CheckedFields<Item, `${Path}.`> } & CheckedCondition<One, Siblings, Path>
  : CheckedChoice<One, Path> & CheckedCondition<One, Siblings, Path>

type CheckedChoice<One extends Field, Path extends string> = One extends ChoiceField
  ? One['default'] extends One['options'][number]['value']
    ? unknown
    : { readonly default: Wrong<`Field "${Path}" has the default "${One['default']}", which is none of its options`> }
  : unknown

type ConditionsOf<One> = One extends { readonly when: infer When }
  ? When extends readonly unknown[]
    ? When[number]
    : When
  : never

type CheckedCondition<One, Siblings, Path extends string> =
  Exclude<FieldOf<ConditionsOf<One>>, keyof Siblings> extends infer Missing extends string
    ? [Missing] extends [never]
      ? unknown
      : { readonly when: Wrong<`Field "${Path}" depends on "${Missing}", which does not exist`> }
    : unknown

type FieldOf<Condition> = Condition extends { readonly field: infer Name extends string } ? Name : never

/** 2 | 3 | … | Version, for a version that is written out. */
type VersionsUpTo<Version extends number, Counted extends readonly 1[] = [1]> = number extends Version
  ? never
  : Counted['length'] extends Version | 40
    ? never
    : [...Counted, 1]['length'] | VersionsUpTo<Version, [...Counted, 1]>
