<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccountLimits</name>
    <message numerus="yes">
        <source>for %Ln day(s)</source>
        <translation>
            <numerusform>for %Ln day</numerusform>
            <numerusform>for %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AddRefusals</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln can be added.</source>
        <translation>
            <numerusform>%Ln person can be added.</numerusform>
            <numerusform>%Ln people can be added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln twice in the list.</source>
        <translation>
            <numerusform>%Ln stands in the list twice.</numerusform>
            <numerusform>%Ln stand in the list twice.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be read and will not be added:</source>
        <translation>
            <numerusform>%Ln line cannot be read and will not be added:</numerusform>
            <numerusform>%Ln lines cannot be read and will not be added:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Disclosure</name>
    <message numerus="yes">
        <source>{words} · %Ln problem(s)</source>
        <translation>
            <numerusform>{words} · %Ln problem</numerusform>
            <numerusform>{words} · %Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{words} · %Ln filled in</source>
        <translation>
            <numerusform>{words} · %Ln filled in</numerusform>
            <numerusform>{words} · %Ln filled in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoNotSendDialog</name>
    <message numerus="yes">
        <source>%Ln added.</source>
        <translation>
            <numerusform>%Ln person added.</numerusform>
            <numerusform>%Ln people added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stood on the list already.</source>
        <translation>
            <numerusform>%Ln stood on the list already.</numerusform>
            <numerusform>%Ln stood on the list already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln on the list</source>
        <translation>
            <numerusform>%Ln person on the list</numerusform>
            <numerusform>%Ln people on the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Campaigns left out so far: %Ln</source>
        <translation>
            <numerusform>Campaigns have left out %Ln person so far</numerusform>
            <numerusform>Campaigns have left out %Ln people so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed from the list. Campaigns may send to them again.</source>
        <translation>
            <numerusform>%Ln person was removed from the list. Campaigns may send to them again.</numerusform>
            <numerusform>%Ln people were removed from the list. Campaigns may send to them again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftsDialog</name>
    <message numerus="yes">
        <source>%Ln draft(s) were deleted.</source>
        <translation>
            <numerusform>%Ln draft was deleted.</numerusform>
            <numerusform>%Ln drafts were deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s) are selected</source>
        <translation>
            <numerusform>%Ln draft is selected</numerusform>
            <numerusform>%Ln drafts are selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s) written to {file}.</source>
        <translation>
            <numerusform>%Ln draft written to {file}.</numerusform>
            <numerusform>%Ln drafts written to {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s) will be added</source>
        <translation>
            <numerusform>%Ln draft will be added</numerusform>
            <numerusform>%Ln drafts will be added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s) imported.</source>
        <translation>
            <numerusform>%Ln draft imported.</numerusform>
            <numerusform>%Ln drafts imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorPresenter</name>
    <message numerus="yes">
        <source>%Ln message(s) on the way: History will say what became of them.</source>
        <translation>
            <numerusform>%Ln message on the way: History will say what became of it.</numerusform>
            <numerusform>%Ln messages on the way: History will say what became of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message numerus="yes">
        <source>%Ln left out: no query that could be sent.</source>
        <translation>
            <numerusform>%Ln left out: no query that could be sent.</numerusform>
            <numerusform>%Ln left out: no query that could be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln template(s) written to {file}.</source>
        <translation>
            <numerusform>%Ln template written to {file}.</numerusform>
            <numerusform>%Ln templates written to {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln template(s) imported.</source>
        <translation>
            <numerusform>%Ln template imported.</numerusform>
            <numerusform>%Ln templates imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportFile</name>
    <message numerus="yes">
        <source>%Ln row(s) saved in “{file}”.</source>
        <translation>
            <numerusform>%Ln row saved in “{file}”.</numerusform>
            <numerusform>%Ln rows saved in “{file}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln…</source>
        <translation>
            <numerusform>Send to %Ln…</numerusform>
            <numerusform>Send to %Ln…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send to everyone: %Ln…</source>
        <translation>
            <numerusform>Send to everyone: %Ln…</numerusform>
            <numerusform>Send to everyone: %Ln…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>Reading %Ln character(s)…</source>
        <translation>
            <numerusform>Reading %Ln character…</numerusform>
            <numerusform>Reading %Ln characters…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JsonPane</name>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <translation>
            <numerusform>And %Ln more.</numerusform>
            <numerusform>And %Ln more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyValuesField</name>
    <message numerus="yes">
        <source>The table has %Ln key(s) now.</source>
        <translation>
            <numerusform>The table has %Ln key now.</numerusform>
            <numerusform>The table has %Ln keys now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %Ln more</source>
        <translation>
            <numerusform>{names} and %Ln more</numerusform>
            <numerusform>{names} and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LaterBar</name>
    <message numerus="yes">
        <source>{words} (And %Ln more.)</source>
        <translation>
            <numerusform>{words} (And&#xa0;%Ln&#xa0;more.)</numerusform>
            <numerusform>{words} (And&#xa0;%Ln&#xa0;more.)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryImport</name>
    <message numerus="yes">
        <source>%Ln will be replaced</source>
        <translation>
            <numerusform>%Ln will be replaced</numerusform>
            <numerusform>%Ln will be replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln left out</numerusform>
            <numerusform>%Ln left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more: new names are added, for taken names see the choice below</source>
        <translation>
            <numerusform>and %Ln more: new names are added, for taken names see the choice below</numerusform>
            <numerusform>and %Ln more: new names are added, for taken names see the choice below</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>Sending… %Ln message(s) under way</source>
        <translation>
            <numerusform>Sending… %Ln message under way</numerusform>
            <numerusform>Sending… %Ln messages under way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyDialog</name>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them repeated</source>
        <translation>
            <numerusform>%Ln of them repeated</numerusform>
            <numerusform>%Ln of them repeated</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyValues</name>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewText</name>
    <message numerus="yes">
        <source>%Ln people of the rest would get this:</source>
        <translation>
            <numerusform>%Ln person of the rest would get this:</numerusform>
            <numerusform>%Ln people of the rest would get this:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message numerus="yes">
        <source>%Ln device(s)</source>
        <translation>
            <numerusform>%Ln device</numerusform>
            <numerusform>%Ln devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln user</numerusform>
            <numerusform>%Ln users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln recipient(s)</source>
        <translation>
            <numerusform>%Ln recipient</numerusform>
            <numerusform>%Ln recipients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomeNotice</name>
    <message numerus="yes">
        <source>Held: leaves in %Ln second(s). “Undo” takes it back.</source>
        <translation>
            <numerusform>Held: leaves in %Ln second. “Undo” takes it back.</numerusform>
            <numerusform>Held: leaves in %Ln seconds. “Undo” takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{words} (And %Ln more held.)</source>
        <translation>
            <numerusform>{words} (And %Ln more held.)</numerusform>
            <numerusform>{words} (And %Ln more held.)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{words} (And %Ln more unread.)</source>
        <translation>
            <numerusform>{words} (And %Ln more unread.)</numerusform>
            <numerusform>{words} (And %Ln more unread.)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message numerus="yes">
        <source>%Ln more in all time</source>
        <translation>
            <numerusform>%Ln more in all time</numerusform>
            <numerusform>%Ln more in all time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonFinder</name>
    <message numerus="yes">
        <source>Found %Ln</source>
        <translation>
            <numerusform>%Ln person found</numerusform>
            <numerusform>%Ln people found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanTeller</name>
    <message numerus="yes">
        <source>%Ln planned not sent</source>
        <translation>
            <numerusform>%Ln planned not sent</numerusform>
            <numerusform>%Ln planned not sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RawChip</name>
    <message numerus="yes">
        <source>%Ln more condition(s).</source>
        <translation>
            <numerusform>%Ln more condition.</numerusform>
            <numerusform>%Ln more conditions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecipientsStep</name>
    <message numerus="yes">
        <source>%Ln row(s) are hidden in the spreadsheet. They are taken like all others.</source>
        <translation>
            <numerusform>%Ln row is hidden in the spreadsheet. It is taken like all others.</numerusform>
            <numerusform>%Ln rows are hidden in the spreadsheet. They are taken like all others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are hidden in the spreadsheet, and left out.</source>
        <translation>
            <numerusform>%Ln row is hidden in the spreadsheet, and left out.</numerusform>
            <numerusform>%Ln rows are hidden in the spreadsheet, and left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecipientsView</name>
    <message numerus="yes">
        <source>Fewer than the account’s rule of %Ln hour(s)</source>
        <translation>
            <numerusform>Fewer than the account’s rule of %Ln hour</numerusform>
            <numerusform>Fewer than the account’s rule of %Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Raised to the account’s rule: the message was kept with %Ln hour(s)</source>
        <translation>
            <numerusform>Raised to the account’s rule: the message was kept with %Ln hour</numerusform>
            <numerusform>Raised to the account’s rule: the message was kept with %Ln hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Refusing</name>
    <message numerus="yes">
        <source>%Ln on the do-not-send list now. Campaigns leave them out from now on, those that are running as well.</source>
        <translation>
            <numerusform>%Ln person is on the do-not-send list now. Campaigns leave them out from now on, those that are running as well.</numerusform>
            <numerusform>%Ln people are on the do-not-send list now. Campaigns leave them out from now on, those that are running as well.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestPreview</name>
    <message numerus="yes">
        <source>%Ln byte(s) without keys</source>
        <translation>
            <numerusform>%Ln byte without keys</numerusform>
            <numerusform>%Ln bytes without keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestsStep</name>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowMoves</name>
    <message numerus="yes">
        <source>%Ln rows stay excluded: another row of the same person or phone gets the message. Exclude that one first.</source>
        <translation>
            <numerusform>%Ln row stays excluded: another row of the same person or phone gets the message. Exclude that one first.</numerusform>
            <numerusform>%Ln rows stay excluded: another row of the same person or phone gets the message. Exclude that one first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SampleView</name>
    <message numerus="yes">
        <source>All %Ln that match, the newest first.</source>
        <translation>
            <numerusform>%Ln matches.</numerusform>
            <numerusform>All %Ln that match, the newest first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %Ln that match. There may be more.</source>
        <translation>
            <numerusform>The newest %Ln that matches. There may be more.</numerusform>
            <numerusform>The newest %Ln that match. There may be more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them could be read only in part.</source>
        <translation>
            <numerusform>%Ln of them could be read only in part.</numerusform>
            <numerusform>%Ln of them could be read only in part.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SandboxView</name>
    <message numerus="yes">
        <source>%Ln recipient(s)</source>
        <translation>
            <numerusform>%Ln recipient</numerusform>
            <numerusform>%Ln recipients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln Android device(s)</source>
        <translation>
            <numerusform>%Ln Android device</numerusform>
            <numerusform>%Ln Android devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln iPhone(s)</source>
        <translation>
            <numerusform>%Ln iPhone</numerusform>
            <numerusform>%Ln iPhones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln phone(s)</source>
        <translation>
            <numerusform>%Ln phone</numerusform>
            <numerusform>%Ln phones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavedAudiences</name>
    <message numerus="yes">
        <source>%Ln audience(s) were deleted.</source>
        <translation>
            <numerusform>%Ln audience was deleted.</numerusform>
            <numerusform>%Ln audiences were deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln audience(s) are selected</source>
        <translation>
            <numerusform>%Ln audience is selected</numerusform>
            <numerusform>%Ln audiences are selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln audience(s) written to {file}.</source>
        <translation>
            <numerusform>%Ln audience written to {file}.</numerusform>
            <numerusform>%Ln audiences written to {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln audience(s) will be added</source>
        <translation>
            <numerusform>%Ln audience will be added</numerusform>
            <numerusform>%Ln audiences will be added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln audience(s) imported.</source>
        <translation>
            <numerusform>%Ln audience imported.</numerusform>
            <numerusform>%Ln audiences imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendFlow</name>
    <message numerus="yes">
        <source>The server took the message and sent it: %Ln.</source>
        <translation>
            <numerusform>The server took the message and sent it to %Ln recipient.</numerusform>
            <numerusform>The server took the message and sent it to %Ln recipients.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SmsMeter</name>
    <message numerus="yes">
        <source>%Ln part(s)</source>
        <translation>
            <numerusform>%Ln part</numerusform>
            <numerusform>%Ln parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %Ln character(s)</source>
        <translation>
            <numerusform>Replace %Ln character</numerusform>
            <numerusform>Replace %Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) left in this part</source>
        <translation>
            <numerusform>%Ln character left in this part</numerusform>
            <numerusform>%Ln characters left in this part</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StayingPresenter</name>
    <message numerus="yes">
        <source>%Ln planned</source>
        <translation>
            <numerusform>%Ln planned</numerusform>
            <numerusform>%Ln planned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TemplateImport</name>
    <message numerus="yes">
        <source>%Ln template(s) will be added</source>
        <translation>
            <numerusform>%Ln template will be added</numerusform>
            <numerusform>%Ln templates will be added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TemplatesDialog</name>
    <message numerus="yes">
        <source>%Ln template(s) are selected</source>
        <translation>
            <numerusform>%Ln template is selected</numerusform>
            <numerusform>%Ln templates are selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln template(s) were deleted.</source>
        <translation>
            <numerusform>%Ln template was deleted.</numerusform>
            <numerusform>%Ln templates were deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrialsDialog</name>
    <message numerus="yes">
        <source>Send %Ln trial(s)?</source>
        <translation>
            <numerusform>Send %Ln trial?</numerusform>
            <numerusform>Send %Ln trials?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>calendar</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln planned</source>
        <translation>
            <numerusform>%Ln planned</numerusform>
            <numerusform>%Ln planned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>campaigns</name>
    <message numerus="yes">
        <source>%Ln campaign(s) will not go on while the app is closed.</source>
        <translation>
            <numerusform>%Ln campaign will not go on while the app is closed.</numerusform>
            <numerusform>%Ln campaigns will not go on while the app is closed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people have not got it yet. Stop anyway?</source>
        <translation>
            <numerusform>%Ln person has not got it yet. Stop anyway?</numerusform>
            <numerusform>%Ln people have not got it yet. Stop anyway?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln s</source>
        <translation>
            <numerusform>%Ln s</numerusform>
            <numerusform>%Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h</source>
        <translation>
            <numerusform>%Ln h</numerusform>
            <numerusform>%Ln h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s)</source>
        <translation>
            <numerusform>%Ln part</numerusform>
            <numerusform>%Ln parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) have Cyrillic or emoji: a part holds 70 characters instead of 160</source>
        <translation>
            <numerusform>%Ln text has Cyrillic or emoji: a part holds 70 characters instead of 160</numerusform>
            <numerusform>%Ln texts have Cyrillic or emoji: a part holds 70 characters instead of 160</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start: %Ln SMS</source>
        <translation>
            <numerusform>Start: %Ln SMS</numerusform>
            <numerusform>Start: %Ln SMS</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start: %Ln people</source>
        <translation>
            <numerusform>Start: %Ln person</numerusform>
            <numerusform>Start: %Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The price is not known for %Ln people: they are not in the sum.</source>
        <translation>
            <numerusform>The price is not known for %Ln person, who is not in the sum.</numerusform>
            <numerusform>The price is not known for %Ln people: they are not in the sum.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) under way</source>
        <translation>
            <numerusform>%Ln request under way</numerusform>
            <numerusform>%Ln requests under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file has %Ln more sheet(s): see that this is the right one.</source>
        <translation>
            <numerusform>The file has %Ln more sheet: see that this is the right one.</numerusform>
            <numerusform>The file has %Ln more sheets: see that this is the right one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people of the rest would have no text that can be sent, the first in row {rows}. Give its fields a fallback, or shorten it.</source>
        <translation>
            <numerusform>%Ln person of the rest would have no text that can be sent, in row {rows}. Give its fields a fallback, or shorten it.</numerusform>
            <numerusform>%Ln people of the rest would have no text that can be sent, the first in row {rows}. Give its fields a fallback, or shorten it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people may have it already. Send to them again?</source>
        <translation>
            <numerusform>%Ln person may have it already. Send to them again?</numerusform>
            <numerusform>%Ln people may have it already. Send to them again?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in doubt</source>
        <translation>
            <numerusform>%Ln in doubt</numerusform>
            <numerusform>%Ln in doubt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>%Ln skipped</numerusform>
            <numerusform>%Ln skipped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>conditions</name>
    <message numerus="yes">
        <source>… and %Ln more condition(s)</source>
        <translation>
            <numerusform>… and %Ln more condition</numerusform>
            <numerusform>… and %Ln more conditions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cost</name>
    <message numerus="yes">
        <source>%Ln part(s)</source>
        <translation>
            <numerusform>%Ln part</numerusform>
            <numerusform>%Ln parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them have no phone number and get nothing.</source>
        <translation>
            <numerusform>%Ln of them has no phone number and gets nothing.</numerusform>
            <numerusform>%Ln of them have no phone number and get nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The price is not known for %Ln recipient(s): they are not in the sum.</source>
        <translation>
            <numerusform>The price is not known for %Ln recipient, who is not in the sum.</numerusform>
            <numerusform>The price is not known for %Ln recipients: they are not in the sum.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln recipient(s)</source>
        <translation>
            <numerusform>%Ln recipient</numerusform>
            <numerusform>%Ln recipients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>digits</name>
    <message numerus="yes">
        <source>“{text}” was not entered: at most %Ln digit(s) fit after the decimal point.</source>
        <translation>
            <numerusform>“{text}” was not entered: at most %Ln digit fits after the decimal point.</numerusform>
            <numerusform>“{text}” was not entered: at most %Ln digits fit after the decimal point.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>draft_words</name>
    <message numerus="yes">
        <source>What you wrote under {forms} is not saved. {reason} The app tries again every second; this line goes away once it is saved.</source>
        <translation>
            <numerusform>What you wrote under {forms} is not saved. {reason} The app tries again every second; this line goes away once it is saved.</numerusform>
            <numerusform>What you wrote under {forms} is not saved. {reason} The app tries again every second; this line goes away once it is saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What you wrote under {forms} could not be saved. {reason}</source>
        <translation>
            <numerusform>What you wrote under {forms} could not be saved. {reason}</numerusform>
            <numerusform>What you wrote under {forms} could not be saved. {reason}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>later</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>moment</name>
    <message numerus="yes">
        <source>%Ln minute(s) ago</source>
        <translation>
            <numerusform>%Ln minute ago</numerusform>
            <numerusform>%Ln minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln minute(s)</source>
        <translation>
            <numerusform>In %Ln minute</numerusform>
            <numerusform>In %Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s) ago</source>
        <translation>
            <numerusform>%Ln hour ago</numerusform>
            <numerusform>%Ln hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln hour(s)</source>
        <translation>
            <numerusform>In %Ln hour</numerusform>
            <numerusform>In %Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>%Ln day ago</numerusform>
            <numerusform>%Ln days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln day(s)</source>
        <translation>
            <numerusform>In %Ln day</numerusform>
            <numerusform>In %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>overlap</name>
    <message numerus="yes">
        <source>%Ln campaign(s) of that time are not compared: their people are too many, or not in this collection.</source>
        <translation>
            <numerusform>%Ln campaign of that time is not compared: its people are too many, or not in this collection.</numerusform>
            <numerusform>%Ln campaigns of that time are not compared: their people are too many, or not in this collection.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln send(s) to another collection are not compared.</source>
        <translation>
            <numerusform>%Ln send to another collection is not compared.</numerusform>
            <numerusform>%Ln sends to another collection are not compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everyone who matches an audience of the last %Ln hour(s): {sends}</source>
        <translation>
            <numerusform>Everyone who matches an audience of the last %Ln hour: {sends}</numerusform>
            <numerusform>Everyone who matches an audience of the last %Ln hours: {sends}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checking who was messaged in the last %Ln hour(s)…</source>
        <translation>
            <numerusform>Checking who was messaged in the last %Ln hour…</numerusform>
            <numerusform>Checking who was messaged in the last %Ln hours…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of these may have been messaged in the last %Ln hour(s): they match {sends} (by who matches now).</source>
        <translation>
            <numerusform>{count} of these may have been messaged in the last %Ln hour: they match {sends} (by who matches now).</numerusform>
            <numerusform>{count} of these may have been messaged in the last %Ln hours: they match {sends} (by who matches now).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It could not be checked who was messaged in the last %Ln hour(s). Look in the history.</source>
        <translation>
            <numerusform>It could not be checked who was messaged in the last %Ln hour. Look in the history.</numerusform>
            <numerusform>It could not be checked who was messaged in the last %Ln hours. Look in the history.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too much was sent in the last %Ln hour(s) to be compared, so nobody is left out. Look in the history.</source>
        <translation>
            <numerusform>Too much was sent in the last %Ln hour to be compared, so nobody is left out. Look in the history.</numerusform>
            <numerusform>Too much was sent in the last %Ln hours to be compared, so nobody is left out. Look in the history.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out those messaged in the last %Ln hour(s)</source>
        <translation>
            <numerusform>Leave out those messaged in the last %Ln hour</numerusform>
            <numerusform>Leave out those messaged in the last %Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whoever was messaged in the %Ln hour(s) before it goes out is left out then.</source>
        <translation>
            <numerusform>Whoever was messaged in the %Ln hour before it goes out is left out then.</numerusform>
            <numerusform>Whoever was messaged in the %Ln hours before it goes out is left out then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If somebody was messaged in the %Ln hour(s) before it goes out, you are asked then.</source>
        <translation>
            <numerusform>If somebody was messaged in the %Ln hour before it goes out, you are asked then.</numerusform>
            <numerusform>If somebody was messaged in the %Ln hours before it goes out, you are asked then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{sends} and %Ln more</source>
        <translation>
            <numerusform>{sends} and %Ln more</numerusform>
            <numerusform>{sends} and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>preview</name>
    <message numerus="yes">
        <source>Title cut here on most phones: %Ln more character(s)</source>
        <translation>
            <numerusform>Title cut here on most phones: %Ln more character</numerusform>
            <numerusform>Title cut here on most phones: %Ln more characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Subtitle cut here on most phones: %Ln more character(s)</source>
        <translation>
            <numerusform>Subtitle cut here on most phones: %Ln more character</numerusform>
            <numerusform>Subtitle cut here on most phones: %Ln more characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Text cut here on most phones: %Ln more character(s)</source>
        <translation>
            <numerusform>Text cut here on most phones: %Ln more character</numerusform>
            <numerusform>Text cut here on most phones: %Ln more characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s)</source>
        <translation>
            <numerusform>%Ln part</numerusform>
            <numerusform>%Ln parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more part(s) are not shown</source>
        <translation>
            <numerusform>%Ln more part is not shown</numerusform>
            <numerusform>%Ln more parts are not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reach</name>
    <message numerus="yes">
        <source>%Ln without a phone number get nothing</source>
        <translation>
            <numerusform>%Ln without a phone number gets nothing</numerusform>
            <numerusform>%Ln without a phone number get nothing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send to at most %Ln user(s)</source>
        <translation>
            <numerusform>Send to at most %Ln user</numerusform>
            <numerusform>Send to at most %Ln users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relative</name>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln week(s)</source>
        <translation>
            <numerusform>%Ln week</numerusform>
            <numerusform>%Ln weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s)</source>
        <translation>
            <numerusform>%Ln month</numerusform>
            <numerusform>%Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln year(s)</source>
        <translation>
            <numerusform>%Ln year</numerusform>
            <numerusform>%Ln years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>minute(s)</source>
        <translation>
            <numerusform>minute</numerusform>
            <numerusform>minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hour(s)</source>
        <translation>
            <numerusform>hour</numerusform>
            <numerusform>hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>day(s)</source>
        <translation>
            <numerusform>day</numerusform>
            <numerusform>days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>week(s)</source>
        <translation>
            <numerusform>week</numerusform>
            <numerusform>weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>month(s)</source>
        <translation>
            <numerusform>month</numerusform>
            <numerusform>months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>year(s)</source>
        <translation>
            <numerusform>year</numerusform>
            <numerusform>years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more date(s)</source>
        <translation>
            <numerusform>… and %Ln more date</numerusform>
            <numerusform>… and %Ln more dates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sample</name>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sums</name>
    <message numerus="yes">
        <source>%Ln send(s)</source>
        <translation>
            <numerusform>%Ln send</numerusform>
            <numerusform>%Ln sends</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln recipient(s)</source>
        <translation>
            <numerusform>%Ln recipient</numerusform>
            <numerusform>%Ln recipients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln SMS part(s)</source>
        <translation>
            <numerusform>%Ln SMS part</numerusform>
            <numerusform>%Ln SMS parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No price or no count was known for %Ln send(s): they are not in the cost.</source>
        <translation>
            <numerusform>No price or no count was known for %Ln send: it is not in the cost.</numerusform>
            <numerusform>No price or no count was known for %Ln sends: they are not in the cost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln campaign(s) among them</source>
        <translation>
            <numerusform>%Ln campaign among them</numerusform>
            <numerusform>%Ln campaigns among them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message numerus="yes">
        <source>device(s) will get it</source>
        <translation>
            <numerusform>device will get it</numerusform>
            <numerusform>devices will get it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>user(s) will get it</source>
        <translation>
            <numerusform>user will get it</numerusform>
            <numerusform>users will get it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>role(s): everyone who holds them will get it</source>
        <translation>
            <numerusform>role: everyone who holds it will get it</numerusform>
            <numerusform>roles: everyone who holds them will get it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>device(s) match</source>
        <translation>
            <numerusform>device matches</numerusform>
            <numerusform>devices match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>user(s) match</source>
        <translation>
            <numerusform>user matches</numerusform>
            <numerusform>users match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>role(s) match</source>
        <translation>
            <numerusform>role matches</numerusform>
            <numerusform>roles match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln device(s)</source>
        <translation>
            <numerusform>Send to %Ln device</numerusform>
            <numerusform>Send to %Ln devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln user(s)</source>
        <translation>
            <numerusform>Send to %Ln user</numerusform>
            <numerusform>Send to %Ln users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln role(s)</source>
        <translation>
            <numerusform>Send to %Ln role</numerusform>
            <numerusform>Send to %Ln roles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s)</source>
        <translation>
            <numerusform>%Ln device</numerusform>
            <numerusform>%Ln devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln user</numerusform>
            <numerusform>%Ln users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln role(s)</source>
        <translation>
            <numerusform>%Ln role</numerusform>
            <numerusform>%Ln roles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) ago</source>
        <translation>
            <numerusform>%Ln minute ago</numerusform>
            <numerusform>%Ln minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s) ago</source>
        <translation>
            <numerusform>%Ln hour ago</numerusform>
            <numerusform>%Ln hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>recipient(s) will get it</source>
        <translation>
            <numerusform>recipient will get it</numerusform>
            <numerusform>recipients will get it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>recipient(s) match</source>
        <translation>
            <numerusform>recipient matches</numerusform>
            <numerusform>recipients match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln recipient(s)</source>
        <translation>
            <numerusform>Send to %Ln recipient</numerusform>
            <numerusform>Send to %Ln recipients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln recipient(s)</source>
        <translation>
            <numerusform>%Ln recipient</numerusform>
            <numerusform>%Ln recipients</numerusform>
        </translation>
    </message>
</context>
</TS>
