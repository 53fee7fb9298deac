import type { ReactNode } from 'react'
import { IconButton, IconToggle, type IconButtonProps } from '#editor/ui/icon-button.tsx'
import type { StudioCommand } from '../commands/studio-command.ts'
import { useCommand } from './use-commands.ts'

interface CommandButtonProps extends Pick<IconButtonProps, 'size' | 'placement'> {
  readonly command: StudioCommand
  readonly icon: ReactNode
}

/** A button that is one command: its name, its keys, whether it can be done. */
export function CommandButton({ command, ...look }: CommandButtonProps) {
  const { label, keys, isEnabled, run } = useCommand(command)
  return <IconButton {...look} label={label} keys={keys} isDisabled={!isEnabled} onPress={run} />
}

/** For a command that opens and closes something; the button stays down while it is open. */
export function CommandToggle({ command, ...look }: CommandButtonProps & { readonly isSelected: boolean }) {
  const { label, keys, run } = useCommand(command)
  return <IconToggle {...look} label={label} keys={keys} onChange={run} />
}
