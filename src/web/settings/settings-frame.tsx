import { Outlet } from '@tanstack/react-router';

/** The list of settings beside the one that is open. */
export function SettingsFrame() {
  return <Outlet />;
}
