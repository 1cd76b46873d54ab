import type { ReactNode } from "react";

/** Only on paper: addresses, QR codes, space for a signature. */
export function PrintOnly({ children }: { children: ReactNode }) {
	return <div className="gw-print-only">{children}</div>;
}

/** Only on screens: forms and acts that paper cannot do. */
export function ScreenOnly({ children }: { children: ReactNode }) {
	return <div className="gw-screen-only">{children}</div>;
}
