import { BlockList, isIP } from 'node:net';

/*
 * What is not the public internet, by https://www.iana.org/assignments/iana-ipv4-special-registry and its IPv6 twin, read in
 * November 2026.
 */
const notPublic4 = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carriers' NAT
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, where clouds keep their metadata
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // relays, given up
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and broadcast
] as const) {
  notPublic4.addSubnet(network, bits, 'ipv4');
}

const public6 = new BlockList();
public6.addSubnet('2000::', 3, 'ipv6'); // all there is of global unicast; loopback, ULA, mapped and link-local lie outside

const notPublic6 = new BlockList();
for (const [network, bits] of [
  ['2001::', 23], // protocol assignments, Teredo among them, which carries an IPv4 address
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4, which carries an IPv4 address
  ['3fff::', 20], // documentation
] as const) {
  notPublic6.addSubnet(network, bits, 'ipv6');
}

/** Whether an IP address is one of the public internet; false for everything else, and for what is no address. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !notPublic4.check(address, 'ipv4');
    case 6:
      return public6.check(address, 'ipv6') && !notPublic6.check(address, 'ipv6');
    default:
      return false;
  }
}
