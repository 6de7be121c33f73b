/** Words of units, places and routes. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    held: { places: { route: '巡查路线' } },
    refusals: {
      'places.status_unchanged': '房屋状态没有变化。改一项再保存，或直接返回',
      'places.since_in_future': '起始日期晚于今天（{today}）。等到当天再登记，或改成今天以前的日期',
      'places.let_needs_consent': '还没有开发商同意出租的记录。先记下同意书编号',
      'places.let_needs_vacant': '只有空置房才能登记为空置房出租。先核对现在的状态',
      'places.name_taken': '名称重复：{names}。换个名称，已停用的也算在内',
      'places.unknown_place': '这个巡查点不在本小区。刷新后重新选',
      'places.place_twice': '“{name}”在路线里重复了。去掉一个再保存',
      'places.place_off': '“{name}”已停用。先启用它，或从路线里去掉',
      'places.not_a_colleague': '这位同事不在本小区任职。换一位负责人',
      'places.changed_meanwhile': '路线刚被别人改过，这次没有保存。刷新后看过新的顺序再改',
      'places.proposals_changed': '建议清单刚有变化，什么都没有添加。刷新后再确认',
    },
  },
  'zh-Hant': {
    held: { places: { route: '巡查路線' } },
    refusals: {
      'places.status_unchanged': '房屋狀態沒有變化。改一項再保存，或直接返回',
      'places.since_in_future': '起始日期晚於今天（{today}）。等到當天再登記，或改成今天以前的日期',
      'places.let_needs_consent': '還沒有開發商同意出租的記錄。先記下同意書編號',
      'places.let_needs_vacant': '只有空置房才能登記為空置房出租。先核對現在的狀態',
      'places.name_taken': '名稱重複：{names}。換個名稱，已停用的也算在內',
      'places.unknown_place': '這個巡查點不在本小區。刷新後重新選',
      'places.place_twice': '“{name}”在路線裡重複了。去掉一個再保存',
      'places.place_off': '“{name}”已停用。先啟用它，或從路線裡去掉',
      'places.not_a_colleague': '這位同事不在本小區任職。換一位負責人',
      'places.changed_meanwhile': '路線剛被別人改過，這次沒有保存。刷新後看過新的順序再改',
      'places.proposals_changed': '建議清單剛有變化，什麼都沒有添加。刷新後再確認',
    },
  },
  en: {
    held: { places: { route: 'Route' } },
    refusals: {
      'places.status_unchanged': 'Nothing about this unit changes. Change something, or go back',
      'places.since_in_future':
        'The day lies ahead of today ({today}). Enter it when it has come, or choose an earlier day',
      'places.let_needs_consent':
        'No consent of the developer is on record. Enter the number of its paper first',
      'places.let_needs_vacant':
        'Only a vacant unit can be let as one. Check what the unit is at present',
      'places.name_taken':
        'These names are taken or come twice: {names}. Choose others; what is switched off counts too',
      'places.unknown_place': 'This place is not in the estate. Refresh and choose again',
      'places.place_twice': '“{name}” is on the route twice. Take one away and save again',
      'places.place_off': '“{name}” is switched off. Switch it on first, or take it off the route',
      'places.not_a_colleague': 'This person does not work in the estate. Choose another steward',
      'places.changed_meanwhile':
        'Somebody else has just changed this route, so nothing was saved. Refresh, look at the new order and change it again',
      'places.proposals_changed':
        'The proposals have just changed, so nothing was added. Refresh and confirm again',
    },
  },
}
