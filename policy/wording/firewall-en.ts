/** What stands instead of a page where the firewall lets a request not pass, in English. */
export const firewallEn = {
  tooMany: 'Too many requests came from your network. Nothing was lost; please try again in five minutes.',
  tooLarge: 'This is larger than any form here takes, so nothing of it was taken. Please go back and shorten it.',
}

export type FirewallWording = typeof firewallEn
