import type { ReactNode } from "react";
import { Icon } from "./icon";

/** More text on demand. Nothing that people must read belongs in here. Opens by itself when printed. */
export function Disclosure({ summary, open, children }: { summary: string; open?: boolean; children: ReactNode }) {
	return (
		<details className="gw-details" open={open}>
			<summary>
				<Icon name="chevron-right" />
				{summary}
			</summary>
			<div className="gw-details__body gw-flow">{children}</div>
		</details>
	);
}
