/** Whether a host or address means this very machine; also as a URL (`[::1]`) or an IPv4 socket (`::ffff:127.0.0.1`) writes it. */
export function isLoopback(host: string): boolean {
	return host === "localhost" || host === "::1" || host === "[::1]" || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(host);
}
