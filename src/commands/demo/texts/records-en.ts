import type { RecordTexts } from './records-shape.ts';

export const recordsEn: RecordTexts = {
  currency: 'EUR',
  firstNames: 'Aaron\nBruno\nCarl\nDavid\nEdgar\nFelix\nGeorge\nHugo\nIvan\nJames\nKevin\nLouis',
  lastNames: 'Archer\nBlake\nCarter\nDalton\nEvans\nFisher\nGarner\nHolmes\nIrving\nJarvis\nKeller\nLarsen\nMercer',
  firstNamesOfWomen: 'Amelia\nBella\nClara\nDiana\nEmma\nFiona\nGloria\nHannah\nIsabel\nJulia\nKate\nLaura',
  lastNamesOfWomen:
    'Archer\nBlake\nCarter\nDalton\nEvans\nFisher\nGarner\nHolmes\nIrving\nJarvis\nKeller\nLarsen\nMercer',
  companies:
    'Harbour Coffee\nBright & Sons\nAlpine Clinic\nBlue Door Hotel\nOakfield School\nRiver Books\nNorth Gate Bank\nSunny Side Bakery\nGreenhouse Ltd\nTower Architects',
  phone: '+44 20 7946',
  channel: 'Test messenger',
  clients: {
    app: 'Clients',
    fields: {
      name: 'Name',
      company: 'Company',
      phone: 'Phone',
      email: 'Email',
      site: 'Website',
      segment: 'Segment',
      interests: 'Interests',
      since: 'Client since',
      manager: 'Manager',
      discount: 'Discount',
      news: 'Newsletter',
      notes: 'Notes',
      accounts: 'Accounts',
    },
    discountHint: 'Per cent',
    accountsHint: 'What the client writes from: ties this item to the conversations.',
    segments: ['Private', 'Small business', 'Enterprise'],
    interests: ['Desks', 'Chairs', 'Lighting', 'Storage'],
    notes:
      'Prefers to be called in the morning.\nOrders twice a year, in March and in October.\nPays by invoice within thirty days.\nKnows our showroom; likes the birch finish.',
  },
  complaints: {
    app: 'Complaints',
    fields: {
      subject: 'Subject',
      client: 'Client',
      product: 'Product',
      severity: 'Severity',
      status: 'Status',
      amount: 'Amount',
      received: 'Received',
      due: 'Answer until',
      responsible: 'Responsible',
      solved: 'Solved',
      description: 'Description',
      photos: 'Photos',
      similar: 'Similar complaints',
    },
    products: ['Desk Bergen', 'Chair Fjord', 'Lamp Aurora', 'Shelf Polar', 'Sofa Oslo'],
    severities: ['Low', 'Medium', 'High'],
    statuses: ['New', 'In work', 'Waiting for the client', 'Closed'],
    subjects:
      'A leg is loose\nScratches on the surface\nThe wrong colour came\nA screw is missing\nDelivered two weeks late\nThe lamp flickers\nThe drawer sticks\nThe box was damaged\nThe bill has a mistake\nThe cover has a hole',
    descriptions:
      'Noticed on the first day. The client has sent a photo and asks for a replacement.\nThe client would keep it for a discount.\nThe second time with the same order: please answer today.\nThe carrier has confirmed the damage.',
  },
  requests: {
    app: 'Support requests',
    fields: {
      subject: 'Subject',
      requester: 'Requester',
      category: 'Category',
      priority: 'Priority',
      status: 'Status',
      due: 'Due',
      assignee: 'Assignee',
      hours: 'Hours spent',
      solved: 'Solved',
      description: 'Description',
    },
    categories: ['Computer', 'Access', 'Printer', 'Program'],
    priorities: ['Low', 'Normal', 'Urgent'],
    statuses: ['New', 'In work', 'Done'],
    subjects:
      'Second monitor wanted\nAccess to the archive\nToner for the third floor\nDrawing program for a trainee\nNew keyboard\nVPN from abroad\nScanner sends empty files\nMailbox is full\nMove a workplace\nBadge for a guest',
    descriptions:
      'Agreed with the head of the department.\nNeeded by the end of the week.\nThe old one is out of warranty.\nPlease call before you come.',
  },
  views: {
    openComplaints: 'Open, the oldest first',
    mine: 'Mine',
    urgent: 'Urgent and not done',
    enterprises: 'Enterprises',
  },
  closed: `
    ? Hello! Do you deliver to the islands?
    ! Good day! Yes, once a week, on Thursdays.
    ? Perfect, then I'll order a desk today.
    ! Thank you! You will get a message when it leaves.

    ? Hi, my lamp flickers since I moved it
    ! Hello! Please check that the plug of the shade sits tight.
    ? That was it, thank you!
    ! Glad to hear it. Have a good day!
  `,
  active: `
    ? Good day! The desk came with a scratch across the top. Can I get another one?
    ! Hello! I am sorry for that. Could you tell me the number of your order?
    ? It is 20418. I would send a photo, too
  `,
  unassigned: `
    ? Hello! The chair came in grey, but I ordered it in green. What shall I do?

    ? Hi! Is the sofa Oslo also there in linen?
    ? And how long does it take to Bristol?
  `,
};
