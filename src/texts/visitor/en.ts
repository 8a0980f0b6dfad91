import type { zh } from './zh.ts';

/** What the page of a visitor says from the first, in English: fetched by who reads it. */
export const en: typeof zh = {
  /* Head and foot, what can be seen, what came or did not come. */
  skip: 'Skip to the list of parks',
  sample: 'Sample data',
  language: '中文',
  theme: { dark: 'Dark', light: 'Light' },
  intro: (parks) =>
    `Small-enterprise parks let or sell workshops and offices to small firms. Of the ${parks} published here: where they are, whether there is room, whether they meet the policy.`,
  nav: {
    label: 'What to see',
    list: 'Parks',
    table: 'Table',
    compare: 'Compare',
    idle: 'Land',
    supply: 'Targets',
    data: 'Data',
    close: 'Close',
  },
  sheet: { up: 'Raise the list', down: 'Lower the list' },
  foot: {
    label: 'About this map',
    approval: 'Map approval',
    noApproval: 'No map approval number set',
    sources: 'Sources',
    policy: 'Judged by',
    data: 'Data of',
    feedback: 'Report a problem',
  },
  unread: {
    unreachable: 'It could not be fetched; there may be no network.',
    gone: 'These data have been replaced by newer ones. Open this page again.',
    unreadable: 'What was fetched cannot be read. Try again later.',
    again: 'Try again',
  },
  embedded: 'Whole map',

  /* How a park is found: near a place, by words, by what it is. */
  near: {
    ask: 'Where are you?',
    locate: 'Use my location',
    locating: 'Locating…',
    private: 'Your location only serves to work out distances on this device. It is sent nowhere.',
    township: 'Choose a township',
    choose: 'Choose a township…',
    nearest: (count) => `The ${count} nearest parks`,
    begins: {
      most: (place) => `, from ${place}, which has most of them`,
      known: (place) => `, from ${place}, your last choice`,
    },
    from: (place) => `from ${place}, in a straight line`,
    here: 'your location',
    others: (count) => `${count} more, nearest first`,
    clear: 'Do not sort by distance',
    refused: 'No location (it was not allowed). Choose a township instead.',
    away: 'You are more than 100 km from every park here. Choose a township instead.',
    unknown: 'This device cannot find its location now. Choose a township instead.',
  },
  search: {
    label: 'Search parks',
    placeholder: 'Park, township, industry or address',
    clear: 'Clear',
    places: 'Townships',
  },
  filters: {
    label: 'Filters',
    open: 'Filters',
    opened: (count) => `Filters, ${count} chosen`,
    clear: 'Clear filters',
    all: 'All',
    free: 'Has free space',
  },
  list: {
    count: (count) => (count === 1 ? '1 park' : `${count} parks`),
    like: (count) => `None is quite that; ${count} ${count === 1 ? 'is' : 'are'} like it`,
    more: (count) => `Show ${count} more`,
    empty: 'No such park',
    emptyWay: 'Try other words, or clear filters and search.',
    clear: 'Clear all',
    free: (area) => `${area} free`,
    full: 'None free',
    land: 'Land',
    unknown: (id) =>
      `The park “${id}” of this address is not on the map: it may be published no longer, or the address is not whole. Below are the parks that are.`,
  },

  /* A park in a row and on top of its card. */
  type: { manufacturing: 'Manufacturing', service: 'Producer services' },
  stage: { planned: 'Planned', approved: 'Approved', building: 'Being built', operating: 'In operation' },
  sentence: ({ township, type, stage, industries, sites }) =>
    [
      [
        [type ? en.type[type] : 'Park', township].filter(Boolean).join(', '),
        stage && en.stage[stage].toLowerCase(),
        sites > 1 && `${sites} sites`,
      ]
        .filter(Boolean)
        .join(', '),
      industries.length > 0 && `For ${industries.slice(0, 2).join(', ')}${industries.length > 2 ? ' and others' : ''}`,
    ]
      .filter(Boolean)
      .join('. ') + '.',
  marks: { and: ', ', stop: '; ', open: ' (', close: ')' },
  units: { mu: 'mu', m2: 'm²', tenThousandM2: '×10⁴ m²', metres: 'm', kilometres: 'km' },
  card: {
    back: 'Back to the list',
    loading: 'Fetching this park…',
    free: 'Free space',
    newTab: 'opens in a new window',
  },

  /* The map. */
  map: {
    label: 'Map of parks',
    waiting: 'Opening the map…',
    show: 'Open the map',
    saving: 'You are saving data: the map is fetched when you ask for it.',
    failed: 'This device cannot draw the map. List, cards and table work as usual.',
    in: 'Zoom in',
    out: 'Zoom out',
    legend: 'Legend',
    chosen: 'Chosen park',
    other: 'Other parks',
    land: {
      ind: 'Industry',
      sto: 'Storage',
      com: 'Commerce',
      biz: 'Business',
      res: 'Homes',
      adm: 'Offices of state',
      rnd: 'Research',
      utl: 'Utilities',
      grn: 'Parks and greens',
      gpr: 'Protective green',
    },
    state: {
      idle: 'Suspected idle',
      'low-efficiency': 'Suspected low-efficiency',
      'approved-not-supplied': 'Suspected unsupplied',
    },
  },
};
