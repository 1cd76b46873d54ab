/** Cents as a form shows them: 150000n → "1500,00"; nothing for an open amount. */
export function eurosOf(cents: bigint | null): string {
	return cents === null || cents === 0n ? "" : `${cents / 100n},${String(cents % 100n).padStart(2, "0")}`;
}
