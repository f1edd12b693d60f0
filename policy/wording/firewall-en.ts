/** What stands instead of a page where the firewall lets a request not pass, in English. */
export const firewallEn = {
  tooMany: 'Too many requests came from your network. Nothing was lost. Please try again in five minutes.',
  tooLarge:
    'This is larger than any form here accepts, so we did not receive any of it. Please go back and shorten it.',
}

export type FirewallWording = typeof firewallEn
