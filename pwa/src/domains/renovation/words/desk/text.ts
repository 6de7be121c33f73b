/** Words of paying, passes and the joint check. */
import type { RoomText } from '@/core/domain'

export const office: RoomText = {
  'zh-Hans': {
    renovation: {
      noOptions: '没有可选的',
      options: {
        servedTo: {
          owner: '业主',
          person_in_charge: '装修负责人',
        },
        passed: {
          yes: '合格',
          no: '不合格',
        },
        approved: {
          yes: '同意',
          no: '不同意',
        },
        escalateTo: {
          violation: '违章处理',
          authority: '行政执法部门',
        },
        stayReason: {
          guard_material: '看守材料',
          cook_with_fire: '动火做饭',
        },
        ownerConfirmed: {
          phone: '电话',
          in_person: '当面',
          written: '书面',
        },
        toldByWhom: {
          customer: '住户本人',
          agent: '受委托人',
        },
        waterTest: {
          done: '做了',
          recommended: '已建议做',
        },
        formToSign: {
          form_application: {
            owner: '申请表 · 业主',
            person_in_charge: '申请表 · 装修负责人',
          },
          form_contractor_pledge: {
            contractor: '施工承诺书 · 施工单位',
          },
          agreement: {
            company: '协议书 · 物业公司',
            owner: '协议书 · 业主',
            contractor: '协议书 · 施工单位',
          },
          form_heating: {
            owner: '暖气承诺书 · 业主',
          },
          form_hot_work: {
            contractor: '动火许可证 · 施工单位',
          },
        },
      },
      payAll: '登记缴费 {sum} 元',
      payLine: '{n} 份 · {who}',
      paidOtherwise: '这一项是另一时间收的',
      receiptOf: '{line}收据号',
      lines: {
        deposit: '装修押金',
        management_fee: '装修管理费',
        permit_cost: '许可证工本费',
        pass_cost: '出入证工本费',
        rubbish_fee: '垃圾清运费',
      },
      passN: '发 {n} 张出入证',
      leader: '{name}（负责人）',
      checks: {
        'FR-01': '房屋门',
        'FR-02': '门锁',
        'FR-03': '窗、窗扣',
        'FR-04': '生活阳台/景观阳台地漏',
        'FR-05': '楼上、楼下装修情况',
        'FR-06': '装修注意事项',
        'FR-07': '装修前水密性试验',
      },
      results: {
        normal: '正常',
        abnormal: '异常',
        na: '不适用',
      },
    },
  },
  'zh-Hant': {
    renovation: {
      noOptions: '沒有可選的',
      options: {
        servedTo: {
          owner: '業主',
          person_in_charge: '裝修負責人',
        },
        passed: {
          yes: '合格',
          no: '不合格',
        },
        approved: {
          yes: '同意',
          no: '不同意',
        },
        escalateTo: {
          violation: '違章處理',
          authority: '行政執法部門',
        },
        stayReason: {
          guard_material: '看守材料',
          cook_with_fire: '動火做飯',
        },
        ownerConfirmed: {
          phone: '電話',
          in_person: '當面',
          written: '書面',
        },
        toldByWhom: {
          customer: '住戶本人',
          agent: '受委託人',
        },
        waterTest: {
          done: '做了',
          recommended: '已建議做',
        },
        formToSign: {
          form_application: {
            owner: '申請表 · 業主',
            person_in_charge: '申請表 · 裝修負責人',
          },
          form_contractor_pledge: {
            contractor: '施工承諾書 · 施工單位',
          },
          agreement: {
            company: '協議書 · 物業公司',
            owner: '協議書 · 業主',
            contractor: '協議書 · 施工單位',
          },
          form_heating: {
            owner: '暖氣承諾書 · 業主',
          },
          form_hot_work: {
            contractor: '動火許可證 · 施工單位',
          },
        },
      },
      payAll: '登記繳費 {sum} 元',
      payLine: '{n} 份 · {who}',
      paidOtherwise: '這一項是另一時間收的',
      receiptOf: '{line}收據號',
      lines: {
        deposit: '裝修押金',
        management_fee: '裝修管理費',
        permit_cost: '許可證工本費',
        pass_cost: '出入證工本費',
        rubbish_fee: '垃圾清運費',
      },
      passN: '發 {n} 張出入證',
      leader: '{name}（負責人）',
      checks: {
        'FR-01': '房屋門',
        'FR-02': '門鎖',
        'FR-03': '窗、窗扣',
        'FR-04': '生活陽臺/景觀陽臺地漏',
        'FR-05': '樓上、樓下裝修情況',
        'FR-06': '裝修注意事項',
        'FR-07': '裝修前水密性試驗',
      },
      results: {
        normal: '正常',
        abnormal: '異常',
        na: '不適用',
      },
    },
  },
  en: {
    renovation: {
      noOptions: 'Nothing to choose from',
      options: {
        servedTo: {
          owner: 'Owner',
          person_in_charge: 'Person in charge',
        },
        passed: {
          yes: 'Passed',
          no: 'Failed',
        },
        approved: {
          yes: 'Approve',
          no: 'Refuse',
        },
        escalateTo: {
          violation: 'Violation case',
          authority: 'Enforcement authority',
        },
        stayReason: {
          guard_material: 'Guarding material',
          cook_with_fire: 'Cooking with fire',
        },
        ownerConfirmed: {
          phone: 'By phone',
          in_person: 'In person',
          written: 'In writing',
        },
        toldByWhom: {
          customer: 'Customer',
          agent: 'Agent',
        },
        waterTest: {
          done: 'Done',
          recommended: 'Recommended',
        },
        formToSign: {
          form_application: {
            owner: 'Application · owner',
            person_in_charge: 'Application · person in charge',
          },
          form_contractor_pledge: {
            contractor: "Contractor's pledge · contractor",
          },
          agreement: {
            company: 'Agreement · company',
            owner: 'Agreement · owner',
            contractor: 'Agreement · contractor',
          },
          form_heating: {
            owner: 'Heating pledge · owner',
          },
          form_hot_work: {
            contractor: 'Hot-work form · contractor',
          },
        },
      },
      payAll: 'Enter {sum} yuan',
      payLine: '{n} × · {who}',
      paidOtherwise: 'This was paid at another time',
      receiptOf: 'Receipt no. of {line}',
      lines: {
        deposit: 'Deposit',
        management_fee: 'Management fee',
        permit_cost: 'Permit',
        pass_cost: 'Passes',
        rubbish_fee: 'Rubbish removal',
      },
      passN: 'Issue {n} passes',
      leader: '{name} (in charge)',
      checks: {
        'FR-01': 'Door',
        'FR-02': 'Lock',
        'FR-03': 'Windows and latches',
        'FR-04': 'Balcony drains',
        'FR-05': 'Renovations above and below',
        'FR-06': 'What to mind',
        'FR-07': 'Watertightness test',
      },
      results: {
        normal: 'Fine',
        abnormal: 'Wrong',
        na: 'Not applicable',
      },
    },
  },
}
