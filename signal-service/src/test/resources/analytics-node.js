// Sends one message of each kind and so many orders; ends with 1 if one of them was not taken.
const { Analytics } = require('@segment/analytics-node')

const [host, writeKey, orders] = process.argv.slice(2)
const analytics = new Analytics({ writeKey, host, flushAt: 20, flushInterval: 100, maxRetries: 2 })
let failed = 0
analytics.on('error', (error) => {
  failed += 1
  console.log('failed:', error.code, error.reason)
})

const done = (error) => {
  if (error) {
    failed += 1
  }
}
for (let i = 0; i < Number(orders); i++) {
  analytics.track({
    userId: 'ann',
    event: 'Order Completed',
    properties: { order_id: `o-${i}`, revenue: 10.25, currency: 'GBP' },
  }, done)
}
analytics.identify({ userId: 'ann', anonymousId: 'a', traits: { plan: 'large' } }, done)
analytics.alias({ userId: 'ann', previousId: 'a' }, done)
analytics.group({ userId: 'ann', groupId: 'acme' }, done)
analytics.page({ userId: 'ann', name: 'Prices' }, done)
analytics.screen({ userId: 'ann', name: 'Home' }, done)

analytics.closeAndFlush().then(() => process.exit(failed === 0 ? 0 : 1))
