/** Departments as the office sets them up; needs the network. */
import { computed, shallowRef } from 'vue'

import { get, replace } from '@/core/http/client'
import type { Schemas } from '@/core/http/schema'
import { useCall } from '@/core/http/useCall'

import type { Colleague } from '../types'

export type SetDepartment = Schemas['DepartmentOut']
export type DepartmentForm = Schemas['DepartmentIn']

/** Who finds, repairs or oversees may belong to a department; the server refuses others. */
const MAY_BELONG = new Set([
  ...['engineer', 'cleaner', 'guard', 'steward'],
  ...['supervisor', 'manager', 'office_manager'],
])

/** Answer the departments, whom they may name, and what keeps a change. */
export function useDepartments() {
  const departments = shallowRef<SetDepartment[]>()
  const everybody = shallowRef<Colleague[]>([])
  const { running, failed, call } = useCall()
  const eligible = computed(() =>
    everybody.value.filter(({ active, role }) => active && MAY_BELONG.has(role)),
  )

  async function load(): Promise<void> {
    const people = await call(() => get<Colleague[]>('/people'))
    if (people.ok) everybody.value = people.data
    const told = people.ok ? await call(() => get<SetDepartment[]>('/departments')) : people
    if (told.ok) departments.value = told.data
  }

  /** Answers whether it was kept. Whom one names the others may lose, so all are read again. */
  async function save(id: string, form: DepartmentForm): Promise<boolean> {
    const { ok } = await call(() => replace(`/departments/${id}`, form))
    if (ok) await load()
    return ok
  }

  return { departments, eligible, everybody, running, failed, load, save }
}
