import type { ReactNode } from "react";
import { DemonstrationBanner, OutageBanner, PageFrame } from "~/design/page-frame";
import { useText } from "~/platform/i18n";
import type { Frame } from "./frame.server";
import { messages } from "./messages";
import { messages as operation } from "./operation-messages";
import { usePageFacts } from "./page-facts";

/** Header, navigation and footer of every page, with what exists so far. */
const entries = [
	{ href: "/beteiligung", key: "participation", inPlace: true },
	{ href: "/lotsen", key: "guides", inPlace: true },
	{ href: "/arbeitskreise", key: "groups", inPlace: true },
	{ href: "/massnahmen", key: "measures", inPlace: false },
	{ href: "/vereinbarungen", key: "agreements", inPlace: false },
] as const;

export function HouseFrame({
	frame,
	keepDrafts,
	children,
}: {
	/** Null when not even the frame could be read. */
	frame: Frame | null;
	keepDrafts?: boolean;
	children: ReactNode;
}) {
	const t = useText(messages);
	const say = useText(operation);
	const { path } = usePageFacts();
	const place = frame?.place ?? null;
	const home = place ? `/o/${place.slug}` : "/";
	const reader = frame?.reader ?? null;
	const work = frame?.workplace ? `/o/${frame.workplace}/verwaltung` : null;
	const navigation = [
		{ href: home, label: t("navigation.home"), current: path === home },
		...entries.map(({ href, key, inPlace }) => {
			const target = place && inPlace ? `${home}${href}` : href;
			return { href: target, label: t(`navigation.${key}`), current: path.startsWith(target) };
		}),
		...(reader && !reader.staff
			? [{ href: "/konto/beitraege", label: t("navigation.own"), current: path.startsWith("/konto/beitraege") }]
			: []),
		...(reader?.staff ? [{ href: "/heute", label: t("navigation.today"), current: path === "/heute" }] : []),
		...(work ? [{ href: work, label: t("navigation.work"), current: path.startsWith(work) }] : []),
	];
	return (
		<PageFrame
			banner={
				frame &&
				(frame.demonstration || frame.readOnly) && (
					<>
						{frame.demonstration && (
							<DemonstrationBanner>
								{t("frame.demonstration")} <a href="/demo/post">{t("frame.mailbox")}</a>
							</DemonstrationBanner>
						)}
						{frame.readOnly && <OutageBanner>{say("readOnly.banner")}</OutageBanner>}
					</>
				)
			}
			place={{
				name: place?.name ?? "Gemeinwerk",
				line: place ? undefined : t("frame.line"),
				href: home,
				logo: frame?.logo ?? undefined,
			}}
			navigation={navigation}
			account={
				reader
					? {
							name:
								reader.unread > 0 ? t("frame.accountUnread", { name: reader.name, count: reader.unread }) : reader.name,
							href: "/konto",
							signOutAction: "/abmelden",
						}
					: { signInHref: signInHref(path), registerHref: "/registrieren" }
			}
			languageAction="/sprache"
			returnTo={path}
			searchHref="/suche"
			keepDrafts={keepDrafts}
			footer={{
				phone: {
					number: place?.phone ?? frame?.operator?.phone ?? "115",
					hours: place?.phone ? undefined : frame?.operator?.phoneHours || undefined,
				},
				imprintHref: "/impressum",
				privacyHref: "/datenschutz",
				accessibilityHref: "/barrierefreiheit",
				owner: frame?.operator?.name ?? "Gemeinwerk",
				note: frame ? t("frame.version", { version: frame.version }) : undefined,
			}}
		>
			{children}
		</PageFrame>
	);
}

function signInHref(path: string): string {
	return path.startsWith("/anmelden") || path === "/" ? "/anmelden" : `/anmelden?weiter=${encodeURIComponent(path)}`;
}
