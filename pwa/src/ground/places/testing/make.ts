/** Units, places and routes as a server would tell them, for tests. */
import type { Place, Proposal, Route } from '@/ground/places/types'
import type { Unit } from '@/ground/places/units/types'

let made = 0

export function unit(more: Partial<Unit> = {}): Unit {
  made += 1
  return {
    id: `unit-${made}`,
    buildingId: 'b-1',
    building: '1 栋',
    stairwellId: 's-1',
    stairwell: '1 单元',
    floor: 1,
    number: '101',
    area: 8_950,
    status: 'occupied_owner',
    renovating: false,
    receivedOn: null,
    since: null,
    ...more,
  }
}

export function place(more: Partial<Place> = {}): Place {
  made += 1
  return {
    id: `place-${made}`,
    estate: 'e-1',
    type: 'stairwell',
    buildingId: 'b-1',
    stairwellId: 's-1',
    floor: null,
    name: '1 栋 1 单元 1 层 楼梯间',
    active: true,
    ...more,
  }
}

export function route(more: Partial<Route> = {}): Route {
  made += 1
  return {
    id: `route-${made}`,
    estate: 'e-1',
    name: '1 栋楼内',
    stewardId: null,
    placeIds: [],
    active: true,
    ...more,
  }
}

export function proposal(more: Partial<Proposal> = {}): Proposal {
  made += 1
  return {
    key: `proposal-${made}`,
    type: 'stairwell',
    name: '1 栋 1 单元 1 层 楼梯间',
    building: '1 栋',
    stairwell: '1 单元',
    floor: 1,
    default: true,
    ...more,
  }
}
