/** Words of the building picture. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    vacancy: {
      by: '按什么看',
      measures: {
        week: '本周检查',
        status: '房屋状态',
        days: '几天没查',
        month: '本月抽查',
        findings: '问题',
        valves: '阀门',
      },
      looks: {
        week: {
          wrong: '有问题',
          missed: '上周漏查',
          due: '待查',
          airing: '再通风一次',
          done: '已查',
          off: '不用查',
        },
        days: {
          never: '没查过',
          long: '两期以上没查',
          late: '一期以上没查',
          fresh: '一期内查过',
          off: '不用查',
        },
        month: {
          open: '本月没查',
          done: '本月查过',
          off: '不用查',
        },
        findings: {
          open: '有没解决的问题',
          none: '没有问题',
        },
        valves: {
          late: '没关，过期了',
          reasoned: '没关，有原因',
          unknown: '没查过',
          shut: '都关好了',
        },
      },
    },
  },
  'zh-Hant': {
    vacancy: {
      by: '按什麼看',
      measures: {
        week: '本週檢查',
        status: '房屋狀態',
        days: '幾天沒查',
        month: '本月抽查',
        findings: '問題',
        valves: '閥門',
      },
      looks: {
        week: {
          wrong: '有問題',
          missed: '上週漏查',
          due: '待查',
          airing: '再通風一次',
          done: '已查',
          off: '不用查',
        },
        days: {
          never: '沒查過',
          long: '兩期以上沒查',
          late: '一期以上沒查',
          fresh: '一期內查過',
          off: '不用查',
        },
        month: {
          open: '本月沒查',
          done: '本月查過',
          off: '不用查',
        },
        findings: {
          open: '有沒解決的問題',
          none: '沒有問題',
        },
        valves: {
          late: '沒關，過期了',
          reasoned: '沒關，有原因',
          unknown: '沒查過',
          shut: '都關好了',
        },
      },
    },
  },
  en: {
    vacancy: {
      by: 'Coloured by',
      measures: {
        week: 'This week',
        status: 'Status',
        days: 'Days since a check',
        month: 'This month',
        findings: 'Findings',
        valves: 'Valves',
      },
      looks: {
        week: {
          wrong: 'Findings',
          missed: 'Missed last week',
          due: 'To check',
          airing: 'Air once more',
          done: 'Checked',
          off: 'Not visited',
        },
        days: {
          never: 'Never',
          long: 'Over two periods',
          late: 'Over one period',
          fresh: 'Within one period',
          off: 'Not visited',
        },
        month: {
          open: 'Not this month',
          done: 'This month',
          off: 'Not visited',
        },
        findings: {
          open: 'Open findings',
          none: 'No findings',
        },
        valves: {
          late: 'Open, overdue',
          reasoned: 'Open, with a reason',
          unknown: 'Unknown',
          shut: 'All shut',
        },
      },
    },
  },
}
