import type { ReactNode } from "react";
import { Section } from "~/design/layout";
import { useText } from "~/platform/i18n";
import { handlingMessages } from "../handling-messages";
import type { CameOfIt } from "../queries/came-of-it.server";

/** Into what a concern was carried, and what was decided there. Nothing while there is neither that nor a way to carry it on. */
export function CameOfItList({
	came,
	waits = false,
	children,
}: {
	came: CameOfIt;
	/** It was carried on; what it became may not be public yet. */
	waits?: boolean;
	children?: ReactNode;
}) {
	const t = useText(handlingMessages);
	if (came.length === 0 && !children) return null;
	return (
		<Section id="daraus" title={t("carry.title")}>
			{came.length === 0 ? (
				<p>{t(waits ? "carry.waits" : "carry.none")}</p>
			) : (
				<ul>
					{came.map(({ key, kind, title, href, state }) => (
						<li key={key}>
							{kind}: <a href={href}>{title}</a>
							{state && ` – ${state}`}
						</li>
					))}
				</ul>
			)}
			{children}
		</Section>
	);
}
