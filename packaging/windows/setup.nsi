; Makes setup.exe from a folder with the app, whichever way that was made. installer.py runs this, with
;   VERSION    as 1.2.3                 APP     the folder; scoro-desktop.exe stands in it
;   OUTFILE    the file to make         ICON    an .ico         SIDE    the picture of the last page, 164 x 314, .bmp
;   TARGET     amd64-unicode unless given; x86-unicode where NSIS has no 64-bit stubs: it installs the same
;   UNCOMPRESSED  optional: a large file, quickly made, for tests
;   SIGN       optional: a command that signs the file whose name is put after it
;
; On the computer it makes, under the folder chosen by the mode or by /D:
;   app              everything of APP. It belongs to the installer alone, and is replaced whole
;   app.old          the version before, only while it is being replaced
;   uninstall.exe
; The data are elsewhere, in %LOCALAPPDATA%\scoro-desktop (data_folder in scoro_desktop/command.py), and no update touches them.

!ifndef TARGET
  !define TARGET amd64-unicode
!endif
Target ${TARGET}
!ifdef UNCOMPRESSED
  SetCompress off ; quicker to make: for tests
!else
  SetCompressor /SOLID lzma
!endif
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10

!include MUI2.nsh
!include nsDialogs.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include x64.nsh

!define NAME "Scoro Desktop"
!define EXE "scoro-desktop.exe"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\scoro-desktop"

; What setup.exe and uninstall.exe end with, besides NSIS's own 0 (done), 1 (cancelled) and 2 (failed). README.md says more.
!define EXIT_RUNNING 3
!define EXIT_KEYS 4
!define EXIT_NEWER 5
!define EXIT_FOREIGN 6
!define EXIT_UNFIT 7
!define EXIT_ELEVATION 740 ; Windows' ERROR_ELEVATION_REQUIRED

Name "${NAME}"
OutFile "${OUTFILE}"
BrandingText "${NAME} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
AllowSkipFiles off

!ifdef SIGN
  !finalize '${SIGN} "%1"'
  !uninstfinalize '${SIGN} "%1"'
!endif

Var Mode        ; "user" or "all": for whom it is, or is to be, installed
Var GivenFolder ; what /D said
Var ModeGiven   ; 1 if a switch said for whom
Var Started     ; 1 once something was changed that a failure must put back
Var DeleteData  ; 1 if asked
Var DeleteKeys  ; 1 if asked
Var FilesOnly   ; 1 in the part of the uninstaller that an administrator approved
Var First       ; controls of a page
Var Second

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "$(StartIt)"
!define MUI_FINISHPAGE_RUN_FUNCTION StartApp
!define MUI_FINISHPAGE_TITLE "$(Finished)"
!define MUI_FINISHPAGE_TEXT "$(FinishedMore)"

Page custom AskMode KeepMode
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.AskWhatElse un.KeepWhatElse
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE English
!insertmacro MUI_LANGUAGE Russian
!include english.nsh
!include russian.nsh

VIProductVersion "${VERSION}.0"
!macro Describe language
  VIAddVersionKey /LANG=${language} ProductName "${NAME}"
  VIAddVersionKey /LANG=${language} ProductVersion "${VERSION}"
  VIAddVersionKey /LANG=${language} FileVersion "${VERSION}"
  VIAddVersionKey /LANG=${language} FileDescription "${NAME}"
  VIAddVersionKey /LANG=${language} CompanyName "The Scoro Desktop developers"
  VIAddVersionKey /LANG=${language} LegalCopyright "The Scoro Desktop developers, MIT licence"
!macroend
!insertmacro Describe ${LANG_ENGLISH}
!insertmacro Describe ${LANG_RUSSIAN}

; Ends in the middle of a section: with a text in the window of who watches, and with an exit code for who does not.
!macro Stop code text
  SetErrorLevel ${code}
  Abort "${text}"
!macroend

!macro HasSwitch name variable
  ClearErrors
  ${GetParameters} $R8
  ${GetOptions} $R8 "${name}" $R9
  ${IfNot} ${Errors}
    StrCpy ${variable} 1
  ${EndIf}
!macroend

; --- What both programs do -------------------------------------------------------------------------------------------

!macro Both un
; Leaves on the stack whether this runs with administrator's rights: 1 or 0.
Function ${un}IsAdmin
  UserInfo::GetAccountType
  Pop $R0
  ${If} $R0 == "Admin"
    Push 1
  ${Else}
    Push 0
  ${EndIf}
FunctionEnd

Function ${un}UseMode
  ${If} $Mode == "all"
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
FunctionEnd

; Windows lets nobody write to a program that runs, in whichever session: that is how it shows.
Function ${un}AskToClose
  ${For} $R1 1 2
    StrCpy $R0 "$INSTDIR\app\scoro-desktop.exe"
    ${If} $R1 = 2
      StrCpy $R0 "$INSTDIR\app\scoro-desktop-console.exe"
    ${EndIf}
    ${DoWhile} ${FileExists} $R0
      ClearErrors
      FileOpen $R2 $R0 a
      ${IfNot} ${Errors}
        FileClose $R2
        ${ExitDo}
      ${EndIf}
      ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IsRunning)" /SD IDCANCEL IDCANCEL`
        !insertmacro Stop ${EXIT_RUNNING} "$(IsRunning)"
      ${EndIf}
    ${Loop}
  ${Next}
FunctionEnd
!macroend
!insertmacro Both ""
!insertmacro Both "un."

; --- Installing ------------------------------------------------------------------------------------------------------

Function .onInit
  SetRegView 64
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} 17763 ; version 1809, which Qt 6.11 needs
    MessageBox MB_ICONSTOP "$(Unfit)" /SD IDOK
    SetErrorLevel ${EXIT_UNFIT}
    Quit
  ${EndIf}
  StrCpy $GivenFolder $INSTDIR

  ; Where it is already, it stays.
  StrCpy $Mode "user"
  ReadRegStr $0 HKCU "${KEY}" InstallLocation
  ReadRegStr $1 HKLM "${KEY}" InstallLocation
  ${If} $0 == ""
  ${AndIf} $1 != ""
    StrCpy $Mode "all"
  ${EndIf}
  StrCpy $0 0
  !insertmacro HasSwitch "/CurrentUser" $0
  ${If} $0 = 1
    StrCpy $Mode "user"
    StrCpy $ModeGiven 1
  ${EndIf}
  StrCpy $0 0
  !insertmacro HasSwitch "/AllUsers" $0
  ${If} $0 = 1
    StrCpy $Mode "all"
    StrCpy $ModeGiven 1
  ${EndIf}

  ${If} $Mode == "all"
    Call IsAdmin
    Pop $0
    ${If} $0 = 0
      ${If} ${Silent}
        SetErrorLevel ${EXIT_ELEVATION}
        Quit
      ${ElseIf} $ModeGiven = 1
        Call StartElevated
        SetErrorLevel ${EXIT_ELEVATION}
        Quit
      ${EndIf}
    ${EndIf}
  ${EndIf}
  Call ChooseFolder
FunctionEnd

Function ChooseFolder
  SetShellVarContext current
  ${If} $GivenFolder != ""
    StrCpy $INSTDIR $GivenFolder
  ${ElseIf} $Mode == "all"
    ReadRegStr $INSTDIR HKLM "${KEY}" InstallLocation
    ${If} $INSTDIR == ""
      StrCpy $INSTDIR "$PROGRAMFILES64\${NAME}"
    ${EndIf}
  ${Else}
    ReadRegStr $INSTDIR HKCU "${KEY}" InstallLocation
    ${If} $INSTDIR == ""
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${NAME}"
    ${EndIf}
  ${EndIf}
FunctionEnd

; Starts this program again, with the question of Windows for an administrator. Ends this one if that was answered with
; yes, and returns if not.
Function StartElevated
  StrCpy $0 "/AllUsers"
  ${If} $GivenFolder != ""
    StrCpy $0 "/AllUsers /D=$GivenFolder" ; NSIS reads /D only as the last, and without quotes
  ${EndIf}
  ClearErrors
  ExecShell "runas" "$EXEPATH" $0
  ${IfNot} ${Errors}
    SetErrorLevel 0
    Quit
  ${EndIf}
FunctionEnd

Function AskMode
  ${If} $ModeGiven = 1
    Abort ; that is: skip the page
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "$(ForWhom)" "$(ForWhomMore)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 10u 100% 12u "$(ForMe)"
  Pop $First
  ${NSD_CreateLabel} 12u 23u -12u 20u "$(ForMeMore)"
  Pop $0
  ${NSD_CreateRadioButton} 0 54u 100% 12u "$(ForAll)"
  Pop $Second
  ${NSD_CreateLabel} 12u 67u -12u 20u "$(ForAllMore)"
  Pop $0
  ${NSD_OnClick} $First ShowShield
  ${NSD_OnClick} $Second ShowShield
  ${If} $Mode == "all"
    ${NSD_Check} $Second
    ${NSD_SetFocus} $Second
  ${Else}
    ${NSD_Check} $First
    ${NSD_SetFocus} $First
  ${EndIf}
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(^InstallBtn)"
  Push 0
  Call ShowShield
  nsDialogs::Show
FunctionEnd

; The shield on the button says that Windows will ask for an administrator.
Function ShowShield
  Pop $0
  ${NSD_GetState} $Second $1
  Call IsAdmin
  Pop $2
  ${If} $1 <> ${BST_CHECKED}
  ${OrIf} $2 = 1
    StrCpy $1 0
  ${EndIf}
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 0x160C 0 $1 ; BCM_SETSHIELD
FunctionEnd

Function KeepMode
  ${NSD_GetState} $Second $0
  ${If} $0 = ${BST_CHECKED}
    StrCpy $Mode "all"
    Call IsAdmin
    Pop $0
    ${If} $0 = 0
      Call StartElevated
      Abort ; refused: the page stays
    ${EndIf}
  ${Else}
    StrCpy $Mode "user"
  ${EndIf}
  Call ChooseFolder
FunctionEnd

Section
  Call UseMode
  ReadRegStr $0 SHCTX "${KEY}" DisplayVersion
  ${If} $0 != ""
    ${VersionCompare} $0 "${VERSION}" $1
    ${If} $1 = 1
    ${AndIf} ${Cmd} `MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(IsNewer)" /SD IDNO IDNO`
      !insertmacro Stop ${EXIT_NEWER} "$(IsNewer)"
    ${EndIf}
  ${EndIf}

  ; A folder called "app" that another program made is not ours to replace.
  ${If} ${FileExists} "$INSTDIR\app\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\uninstall.exe"
  ${AndIfNot} ${FileExists} "$INSTDIR\app.old\${EXE}"
    MessageBox MB_ICONSTOP "$(IsForeign)" /SD IDOK
    !insertmacro Stop ${EXIT_FOREIGN} "$(IsForeign)"
  ${EndIf}
  Call AskToClose

  ; One that was interrupted: what stands aside is whole, the other may not be.
  ${If} ${FileExists} "$INSTDIR\app.old\${EXE}"
    RMDir /r "$INSTDIR\app"
    Rename "$INSTDIR\app.old" "$INSTDIR\app"
  ${EndIf}
  RMDir /r "$INSTDIR\app.old" ; what could not be taken away at the end of an update
  ${If} ${FileExists} "$INSTDIR\app\*.*"
    ClearErrors
    Rename "$INSTDIR\app" "$INSTDIR\app.old" ; refused as long as any file in it is in use
    ${If} ${Errors}
      MessageBox MB_ICONSTOP "$(IsInUse)" /SD IDOK
      !insertmacro Stop ${EXIT_RUNNING} "$(IsInUse)"
    ${EndIf}
  ${EndIf}
  StrCpy $Started 1
  ClearErrors
  SetOutPath "$INSTDIR\app"
  File /r "${APP}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.new.exe"
  ${If} ${Errors}
  ${OrIfNot} ${FileExists} "$INSTDIR\app\${EXE}"
  ${OrIfNot} ${FileExists} "$INSTDIR\uninstall.new.exe"
    Call PutBack
    MessageBox MB_ICONSTOP "$(CannotWrite)" /SD IDOK
    !insertmacro Stop 2 "$(CannotWrite)"
  ${EndIf}
  Delete "$INSTDIR\uninstall.exe"
  Rename "$INSTDIR\uninstall.new.exe" "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\app\${EXE}"

  WriteRegStr SHCTX "${KEY}" DisplayName "${NAME}"
  WriteRegStr SHCTX "${KEY}" DisplayVersion "${VERSION}"
  WriteRegStr SHCTX "${KEY}" DisplayIcon "$INSTDIR\app\${EXE}"
  WriteRegStr SHCTX "${KEY}" Publisher "The Scoro Desktop developers"
  WriteRegStr SHCTX "${KEY}" InstallLocation "$INSTDIR"
  WriteRegStr SHCTX "${KEY}" UninstallString '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${KEY}" QuietUninstallString '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${KEY}" NoModify 1
  WriteRegDWORD SHCTX "${KEY}" NoRepair 1
  ${GetSize} "$INSTDIR\app" "/S=0K" $0 $1 $2
  WriteRegDWORD SHCTX "${KEY}" EstimatedSize $0

  StrCpy $Started 0
  Delete "$INSTDIR\app.old\${EXE}" ; first: without it, it is never taken for a version that is whole
  RMDir /r "$INSTDIR\app.old"
SectionEnd

; After a failure, or a cancel on the way: what was there before is there again, or nothing if nothing was.
Function PutBack
  ${If} $Started = 1
    SetOutPath "$TEMP" ; a folder that is the current one cannot be moved
    Delete "$INSTDIR\uninstall.new.exe"
    RMDir /r "$INSTDIR\app"
    ${If} ${FileExists} "$INSTDIR\app.old\*.*"
      Rename "$INSTDIR\app.old" "$INSTDIR\app"
    ${Else}
      RMDir "$INSTDIR"
    ${EndIf}
    StrCpy $Started 0
  ${EndIf}
FunctionEnd

Function .onInstFailed
  Call PutBack
FunctionEnd

; By way of the Explorer, so that the app does not get the rights of an installer that an administrator approved.
Function StartApp
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\app\${EXE}"'
FunctionEnd

; --- Removing --------------------------------------------------------------------------------------------------------

Function un.onInit
  SetRegView 64
  StrCpy $Mode "user"
  ReadRegStr $0 HKLM "${KEY}" InstallLocation
  ${If} $0 == $INSTDIR
    StrCpy $Mode "all"
  ${EndIf}
  !insertmacro HasSwitch "/DeleteData" $DeleteData
  !insertmacro HasSwitch "/DeleteKeys" $DeleteKeys
  !insertmacro HasSwitch "/FilesOnly" $FilesOnly
  Call un.IsAdmin
  Pop $0
  ${If} $Mode == "all"
  ${AndIf} ${Silent}
  ${AndIf} $0 = 0
    SetErrorLevel ${EXIT_ELEVATION}
    Quit
  ${EndIf}
FunctionEnd

Function un.AskWhatElse
  !insertmacro MUI_HEADER_TEXT "$(Remove)" "$(RemoveMore)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateCheckBox} 0 6u 100% 12u "$(AlsoData)"
  Pop $First
  ${NSD_CreateLabel} 12u 19u -12u 30u "$(AlsoDataMore)"
  Pop $0
  ${NSD_CreateCheckBox} 0 56u 100% 12u "$(AlsoKeys)"
  Pop $Second
  ${NSD_CreateLabel} 12u 69u -12u 44u "$(AlsoKeysMore)"
  Pop $0
  ${If} $DeleteData = 1
    ${NSD_Check} $First
  ${EndIf}
  ${If} $DeleteKeys = 1
    ${NSD_Check} $Second
  ${EndIf}
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(^UninstallBtn)"
  nsDialogs::Show
FunctionEnd

Function un.KeepWhatElse
  ${NSD_GetState} $First $DeleteData
  ${NSD_GetState} $Second $DeleteKeys
FunctionEnd

Section Uninstall
  Call un.AskToClose

  ; While there is still an app that knows whose keys there are. It asks the keyring of who runs this, nobody else's.
  ${If} $DeleteKeys = 1
  ${AndIf} $FilesOnly <> 1
    ${Do}
      StrCpy $0 "none"
      ClearErrors
      ExecWait '"$INSTDIR\app\${EXE}" --forget-keys' $0
      ${If} $0 == 0
        ${ExitDo}
      ${EndIf}
      ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(KeysStay)" /SD IDCANCEL IDCANCEL`
        !insertmacro Stop ${EXIT_KEYS} "$(KeysStay)"
      ${EndIf}
    ${Loop}
  ${EndIf}

  Call un.IsAdmin
  Pop $0
  ${If} $Mode == "all"
  ${AndIf} $0 = 0
    ; This is the copy in the folder for temporary files, so it can take away the one it was made from.
    ExecShellWait "runas" "$EXEPATH" "/S /FilesOnly _?=$INSTDIR"
    ${If} ${FileExists} "$INSTDIR\app\*.*"
      !insertmacro Stop ${EXIT_ELEVATION} "$(NotApproved)"
    ${EndIf}
  ${Else}
    Call un.RemoveFiles
  ${EndIf}

  ${If} $DeleteData = 1
  ${AndIf} $FilesOnly <> 1
    SetShellVarContext current
    RMDir /r "$LOCALAPPDATA\scoro-desktop"
  ${EndIf}
SectionEnd

Function un.RemoveFiles
  Call un.UseMode
  SetOutPath "$TEMP"
  ${If} ${FileExists} "$INSTDIR\app\${EXE}"
    RMDir /r "$INSTDIR\app"
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\app.old\${EXE}"
    RMDir /r "$INSTDIR\app.old"
  ${EndIf}
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey SHCTX "${KEY}"
FunctionEnd
