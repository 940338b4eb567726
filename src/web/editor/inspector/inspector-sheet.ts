import { create } from 'zustand';

/** Whether the inspector lies over a narrow screen; a wide one has it beside the stage. */
export const useInspectorSheet = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

/** Opens or closes the inspector of a narrow screen. */
export const openInspector = (isOpen: boolean): void => useInspectorSheet.setState({ isOpen });
