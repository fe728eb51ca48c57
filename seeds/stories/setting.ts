import type { Story } from '../step'
import { enterPublisher } from '../steps/articles'
import { confirmSpellings, enterSpeaker } from '../steps/triage'

const PUBLISHERS = [
  { name: 'The Harbor Courier', domain: 'harbor-courier.example', country: 'US', zone: 'America/New_York' },
  { name: 'Minato Chronicle', domain: 'minato-chronicle.example', country: 'JP', zone: 'Asia/Tokyo' },
  { name: 'Donau Tagblatt', domain: 'donau-tagblatt.example', country: 'AT', zone: 'Europe/Vienna' },
  { name: 'Aldermoor Post', domain: 'aldermoor-post.example', country: 'GB', zone: 'Europe/London' },
  { name: 'Strait Business Weekly', domain: 'strait-business.example', country: 'GB', zone: 'Europe/London' },
  {
    name: 'Southern Cross Dispatch',
    domain: 'southern-cross-dispatch.example',
    country: 'AU',
    zone: 'Australia/Sydney',
  },
]

const SPEAKERS = [
  { name: 'Elena Varga', kind: 'person', description: 'Trade minister of Veldria' },
  { name: 'Desmond Pike', kind: 'person', description: 'Mayor of Port Aldis' },
  { name: 'Ruth Okwara', kind: 'person', description: 'Defence minister of Osmere' },
  { name: 'Harriet Moss', kind: 'person', description: 'Leader of Aldermoor’s council' },
  { name: 'Veldria Statistics Office', kind: 'organisation', description: 'National statistics office' },
  { name: 'Aldermoor Tenants’ Union', kind: 'organisation', description: 'Association of tenants' },
] as const

/** The newsroom's first week: whom it reads, and whom it listens to. */
export const setting: Story = ({ at }) => [
  ...PUBLISHERS.map((publisher, index) => enterPublisher(publisher, at(546, `09:${10 + 5 * index}`))),
  confirmSpellings(['Elena Varga', 'Desmond Pike', 'Eastgrid', 'Bay Transit Authority'], at(100, '09:00')),
  ...SPEAKERS.map((speaker, index) => enterSpeaker(speaker, at(545, `10:${10 + 5 * index}`))),
]
