import type { DemoTexts } from './shape.ts';

export const en: DemoTexts = {
  company: 'Northwind Studio',
  admin: 'Admin',
  groups: { operators: 'Operators', supervisors: 'Supervisors', interns: 'Interns' },
  units: {
    management: 'Management',
    assistant: 'Assistant',
    it: 'IT',
    helpDesk: 'Help desk',
    development: 'Development',
    testing: 'Quality',
    sales: 'Sales',
    keyClients: 'Key clients',
    marketing: 'Marketing',
    finance: 'Finance',
    chiefAccountant: 'Chief accountant',
    personnel: 'People and culture',
  },
  support: { name: 'IT support', description: 'Computers, accounts, printers: whatever does not do what it should.' },
  customers: { name: 'Customers', description: 'What customers write to us from their messengers.' },
  files: {
    screen: 'screenshot.png',
    guide: {
      name: 'vpn-setup.txt',
      text: 'VPN in four steps\n\n1. Open Settings, Network.\n2. Add a VPN of the type IKEv2.\n3. Server: vpn.demo.test\n4. Sign in with your work account.\n',
    },
  },
  employees: `
    Alice Morgan
    Benjamin Clarke
    Carla Jensen
    Daniel Okafor
    Ella Whitfield
    Frank Novak
    Grace Lindqvist
    Henry Castle
    Irene Dubois
    Jack Sullivan
    Karen Abbott
    Liam Foster
    Maya Rahman
    Nathan Brooks
    Olivia Hart
    Patrick Doyle
    Quentin Moreau
    Rachel Stone
    Samuel Ortiz
    Tara Singh
    Ulrich Weber
    Vivian Cho
    Walter Finch
    Xenia Marlow
    Yusuf Demir
    Zoe Lambert
    Martin Gray
    Sophie Turner
    Oscar Nilsson
    Helen Baker
  `,
  pavel: `
    ? Good morning! My notebook has been asking me to restart for updates for three days. Is it safe to agree?
    ! Good morning, Pavel! Yes, it is. Save your work first; it takes about fifteen minutes.
    ? Done, all is well. Thank you!
    ! Glad to hear it. Have a good day!

    ? Hello! I cannot find the new expense form. The old link shows this:
    ? [screen]
    ! Hello, Pavel! The form has moved to the portal: Finance, Expenses, New. The old link will lead there from tomorrow on.
    ? Found it, thanks!
    ! You are welcome. Write again if anything is missing there.
  `,
  closed: `
    ? Hi! The printer on the third floor says "paper jam", but there is no paper in it.
    ! Hello! Please open the rear cover: there is a small green lever. Is there a torn piece behind it?
    ? Yes, a tiny one! It prints again. Thank you!
    ! Perfect. I have asked for the roller to be cleaned as well.

    ? I cannot sign in to my mailbox from my phone since this morning
    ? It says the password is wrong, but on the computer it works
    ! Good morning! Your password expired last night and the phone still keeps the old one. Settings, Accounts, Mail: please type the new one there.
    ? That was it. Thanks a lot!
    ! You are welcome!

    ? Could I get access to the Marketing shared folder? I join their project on Monday.
    ! Hello! I need a word from the owner of the folder. I have asked Ms Hart.
    ! She agreed. You should see the folder after you sign in again.
    ? I do. Thank you, that was quick.

    ? The projector in the big meeting room shows everything in pink :(
    ! That is its cable. I am on my way with a new one, five minutes.
    ? The colours are right again, thank you!
    ! I left a spare cable in the drawer.

    ? Hello, I work from home tomorrow and the VPN does not connect
    ? [screen]
    ! Hello! I see: the address is the old one. Here is the short guide with the right settings.
    ! [guide]
    ? Step 3 was the difference. It works now!
    ! Great. Have a quiet day at home.

    ? My laptop gets very hot and loud whenever I join a video call.
    ! Let me look at it from here. Please accept the question on your screen.
    ~
    ! Hello, I took over from my colleague. The fan is full of dust: could you bring it to room 204 after lunch?
    ? I can be there at two.
    ! Cleaned, and it is quiet again. You can pick it up.
    ? Picked up, it purrs. Thank you both!

    ? Is it true that we all get new badges? Mine stopped opening the garage today.
    ! Good afternoon! Yes, from next week on. I have made your old one valid until then; please try again.
    ? It opens. Thanks!

    ? How do I add a colleague's calendar? I only see my own.
    ! In the calendar press Add, From the company, and type the name. You will see when they are busy.
    ? Oh, that simple. Thank you.

    ? Somebody sent me an invoice as a .zip file from an address I don't know. Should I open it?
    ! Please do not. Thank you for asking! Could you forward it to security@demo.test and then delete it?
    ? Forwarded and deleted.
    ! It was malicious indeed. You saved us some trouble.

    ? I need a second monitor, please. The tables do not fit on one.
    ! Hello! We have one in stock. Is tomorrow at ten all right?
    ? Tomorrow at ten is perfect
    ! It stands on your desk. The cable is in the box.
    ? Wonderful, thank you!

    ? The accounting program closes by itself when I press Print
    ! Which printer do you choose there?
    ? The one called PDF
    ! That is where it fails: an update is waiting. I have installed it, please start the program again.
    ? It prints. Thank you very much!

    ? Hello! My name changed, could you correct it in the mail and everywhere?
    ! Congratulations! I have changed the account; signatures follow overnight.
    ? Thank you!

    ? The Wi-Fi in the kitchen is so weak that calls break off
    ! You are right, the access point there was off. Is it better now?
    ? Full bars! Thank you
    ! I set an alarm for it, so that we notice before you do.

    ? I deleted a folder on the shared disk by mistake. It was "Offers 2026".
    ! No reason to worry. I bring it back from last night's copy; it takes a few minutes.
    ! It is there again, with all files up to yesterday evening.
    ? You saved my week!!

    ? Could you unlock my account? I typed the wrong password too often.
    ! Unlocked. If you have forgotten it, I can send a link for a new one.
    ? No, it was only Caps Lock. Thanks!

    ? Where can I order a headset?
    ! In the portal: Equipment, Order. Or come by: we have two models here to try.
    ? I will come by after four.
    ! It is yours; I have put it on the list.

    ? The site is very slow today, is it only me?
    ! It is not only you: our provider is working on its line until noon.
    ? Thanks, then I'll wait.
    ! It is over now. Please tell us if it is still slow.

    ? I get a certificate warning on the timesheet page
    ? [screen]
    ! Thank you! The certificate ended last night. It is renewed now, please reload.
    ? The warning is gone.
  `,
  unassigned: `
    ? Hello! The scanner on the second floor sends empty files. I have twelve contracts to scan by tomorrow.

    ? My keyboard types two letters instead of one
    ? I have restarted it already

    ? Could you install the drawing program for our new trainee? She starts on Monday.

    ? The telephone at the reception is silent: no tone at all

    ? I cannot open the file that the supplier has sent, it asks for a password that I do not have
    ? [screen]

    ? Good day! I need access to the archive of orders for an audit.
  `,
  active: `
    ? Hi, my screen flickers since the update
    ! Hello! Does it flicker in every program or only in the browser?
    ? Everywhere, also when I sign in
    ? [screen]
    ? Should I bring it to you?

    ? The meeting room display does not find my laptop
    ! Good day! Which room are you in?
    ? In Oslo, second floor

    ? Can I have my old mails from before the move back?
    ! Hello! They are in the archive. I am restoring them now, it takes about an hour.

    ? I can't send mails with more than one attachment
    ! Hello! How large are they together?
    ? About 30 MB
    ! That is above the limit of 25 MB. Please use the shared folder and send the link.

    ? The badge printer at the reception ran out of ribbon, and guests come at four
    ! I have ordered one by courier, it should be there at three.
    ? It has not come yet

    ? Since yesterday the program for timesheets asks for a code that never comes
    ! Hello! Is the number in your profile still right?
    ! I see that it ends in 17.

    ? Please reset my password for the portal
    ! Done: a link is in your mailbox. It works once.
    ? The link says it has expired
    ? Could you send another?

    ? How do I connect the new headset?
    ! Hold its button for five seconds until the light blinks blue, then choose it in Settings, Bluetooth.
  `,
};
