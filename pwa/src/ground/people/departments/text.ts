/** Words of departments; only the office reads them. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    people: {
      departments: {
        title: '部门',
        lead: '问题派给哪个部门，就由部门里的人接单',
        head: '负责人：{name}',
        noHead: '未定负责人',
        count: '{n} 人',
        nobody: '还没有人',
        name: '部门名称',
        chooseHead: '负责人',
        none: '不指定',
        members: '成员',
        byRole: '{role} · 按岗位归入',
        memberNote: '没勾选的人按岗位归部门；勾选后只归勾选他的部门',
        save: '保存',
      },
    },
  },
  'zh-Hant': {
    people: {
      departments: {
        title: '部門',
        lead: '問題派給哪個部門，就由部門裡的人接單',
        head: '負責人：{name}',
        noHead: '未定負責人',
        count: '{n} 人',
        nobody: '還沒有人',
        name: '部門名稱',
        chooseHead: '負責人',
        none: '不指定',
        members: '成員',
        byRole: '{role} · 按崗位歸入',
        memberNote: '沒勾選的人按崗位歸部門；勾選後只歸勾選他的部門',
        save: '保存',
      },
    },
  },
  en: {
    people: {
      departments: {
        title: 'Departments',
        lead: 'Whoever belongs to a department takes on the findings it is given',
        head: 'Head: {name}',
        noHead: 'No head yet',
        count: '{n} person | {n} people',
        nobody: 'Nobody yet',
        name: 'Name',
        chooseHead: 'Head',
        none: 'Nobody',
        members: 'Members',
        byRole: '{role} · belongs by role',
        memberNote:
          'Who is ticked nowhere belongs where their role says; who is ticked, only there',
        save: 'Save',
      },
    },
  },
}
