import { Tabs } from "~/design/tabs";
import { useText } from "~/platform/i18n";
import { messages as accountMessages } from "../account-messages";

const views = { profile: "/konto", security: "/konto/sicherheit", sessions: "/konto/sitzungen" } as const;

/** The views of one's own account. */
export function AccountTabs({ current }: { current: keyof typeof views }) {
	const t = useText(accountMessages);
	const tabs = (["profile", "security", "sessions"] as const).map((view) => ({
		href: views[view],
		label: t(`tabs.${view}`),
		current: view === current,
	}));
	return <Tabs label={t("tabs.label")} tabs={tabs} />;
}
