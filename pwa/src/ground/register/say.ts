/** What the report's examples say in words. */
import { t } from '@/core/text'
import { dotted } from '@/core/text/dotted'
import { numberText } from '@/core/text/when'
import type { Change, Report } from '@/ground/register/types'

export interface Example {
  unit: string
  says: string
}

/** Answer the examples of one part of the difference, or none. */
export function examplesOf({ examples }: Report, part: string): Example[] {
  if (part === 'absent') return examples.absent.map(({ unit }) => ({ unit, says: '' }))
  if (part === 'changed') {
    return examples.changed.map(({ unit, changes }) => ({
      unit,
      says: dotted(...changes.map(say)),
    }))
  }
  if (part !== 'added') return []
  return examples.added.map(({ building, stairwell, number, status }) => ({
    unit: [building, stairwell, number].join(' '),
    says: t(`places.statuses.${status}`),
  }))
}

function say({ field, was, becomes }: Change): string {
  return t('register.change', {
    field: t(`register.fields.${field}`),
    was: valueText(field, was),
    becomes: valueText(field, becomes),
  })
}

/** Areas come in hundredths of a square metre. */
function valueText(field: string, value: Change['was']): string {
  if (value === null) return t('register.nothing')
  if (typeof value === 'boolean') return t(value ? 'register.yes' : 'register.no')
  if (field === 'area') return `${numberText(Number(value) / 100, 2)} m²`
  return field === 'status' ? t(`places.statuses.${value}`) : String(value)
}
